import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { readId } from "#app/access/read-id.server.ts";
import { RefusedAct } from "#app/access/refused-act.tsx";
import { answerRefusal, notFound, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { markInduction } from "#app/mentoring/pool/brief-mentor.server.ts";
import { inductionSchema } from "#app/mentoring/pool/mentor-form.ts";
import { paths } from "#app/paths.ts";
import { readFormData } from "#app/platform/form.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  permit(can(await requireActor(request), "mentor.induct"));
  return null;
}

/** The secretariat marks a step of the induction as done. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const mentorId = readId(params.mentorId);
  const mark = inductionSchema.safeParse(Object.fromEntries(await readFormData(request)));
  if (!mark.success) throw notFound();
  const result = await markInduction(actor, { mentorId, mark: mark.data });
  return result.ok ? redirect(paths.mentor(mentorId)) : answerRefusal(result.refusal);
}

export default function MarkInduction() {
  const reply = useActionData<typeof action>();
  const { mentorId = "" } = useParams();
  const t = useT();
  return (
    <RefusedAct
      title={t("pool.induction.title")}
      to={paths.mentor(mentorId)}
      refusal={reply?.refusal ?? null}
    />
  );
}
