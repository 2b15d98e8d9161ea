import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { LeaveForm } from "#app/selection/candidate/leave-form.tsx";
import { readOwnCandidacy } from "#app/selection/candidate/own-candidacy.queries.server.ts";
import { declineSelection } from "#app/selection/decision/decline-selection.server.ts";
import { mayDeclineSelection } from "#app/selection/lifecycle.ts";
import { withdrawalSchema } from "#app/selection/nomination/profile.ts";
import { Alert } from "#app/ui/alert.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const candidacy = orNotFound(await readOwnCandidacy(readId(params.candidacyId)));
  permit(can(actor, "candidacy.withdraw", candidacy));
  const open = mayDeclineSelection(candidacy.state, candidacy.vacancyState, candidacy.told === "all");
  const t = await translatorOf(request);
  const { id, reference, roleKind, mission } = candidacy;
  return { title: t("selection.own.decline"), id, open, reference, roleKind, mission };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const candidacyId = readId(params.candidacyId);
  const form = await readForm(request, withdrawalSchema);
  if (!form.ok) return form.answer;
  const result = await declineSelection(actor, { candidacyId, reason: form.value.reason });
  return result.ok ? redirect(paths.myCase(candidacyId)) : form.refuse(result.refusal);
}

export default function DeclineSelection() {
  const { title, id, open, ...candidacy } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const words = { leave: title, reason: t("selection.own.declineReason"), stay: t("selection.own.keepPost") };
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={caseTitle(format.locale, candidacy)}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.myCase(id), label: candidacy.reference }]}
        lead={open && t("selection.own.declineLead")}
      />
      {open ? (
        <LeaveForm candidacyId={id} reply={reply} words={words} />
      ) : (
        <Alert role="note" title={t("refusal.declineTooLate")} />
      )}
    </>
  );
}
