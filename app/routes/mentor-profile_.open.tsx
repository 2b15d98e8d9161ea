import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { RefusedAct } from "#app/access/refused-act.tsx";
import { answerRefusal, notFound, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { openMentor } from "#app/mentoring/pool/keep-mentor.server.ts";
import { versionSchema } from "#app/mentoring/pool/mentor-form.ts";
import { paths } from "#app/paths.ts";
import { readFormData } from "#app/platform/form.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  permit(can(await requireActor(request), "mentor.readOwn"));
  return null;
}

/** Takes new pairs, for the first time or again. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const order = versionSchema.safeParse(Object.fromEntries(await readFormData(request)));
  if (!order.success) throw notFound();
  const result = await openMentor(actor, order.data);
  return result.ok ? redirect(paths.mentorProfile()) : answerRefusal(result.refusal);
}

export default function OpenMentor() {
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <RefusedAct
      title={t("mentoring.profile.title")}
      to={paths.mentorProfile()}
      refusal={reply?.refusal ?? null}
    />
  );
}
