import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { readLeaving } from "#app/mentoring/engagement/pair.queries.server.ts";
import { leaveSchema } from "#app/mentoring/pool/leave.ts";
import { LeaveForm } from "#app/mentoring/pool/leave-form.tsx";
import { leaveMentoring } from "#app/mentoring/pool/leave-mentoring.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

const backOf = ({ id, own }: { readonly id: string; readonly own: boolean }) =>
  own ? paths.mentorProfile() : paths.mentor(id);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const leaving = orNotFound(await readLeaving(actor, readId(params.mentorId)));
  const t = await translatorOf(request);
  const { own, name } = leaving;
  return { title: own ? t("pair.leave.title") : t("pair.leave.titleOf", { name }), leaving };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const mentorId = readId(params.mentorId);
  const leaving = orNotFound(await readLeaving(actor, mentorId));
  const form = await readForm(request, leaveSchema);
  if (!form.ok) return form.answer;
  const result = await leaveMentoring(actor, { mentorId, ...form.value });
  return result.ok ? redirect(backOf(leaving)) : form.refuse(result.refusal);
}

export default function Leave() {
  const { title, leaving } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { own, pairs, name } = leaving;
  const crumb = own ? t("mentoring.profile.title") : name;
  return (
    <>
      <PageHeader
        title={title}
        lead={t("pair.leave.lead")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: backOf(leaving), label: crumb }]}
        meta={t("pair.leave.pairs", { count: pairs.length })}
      />
      <LeaveForm leaving={leaving} back={backOf(leaving)} reply={reply} />
    </>
  );
}
