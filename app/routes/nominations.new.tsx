import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { listStates } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { checkUpload } from "#app/platform/files.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { caseTitle } from "#app/selection/case-title.ts";
import { readOpenCall } from "#app/selection/nomination.queries.server.ts";
import { nominationSchema } from "#app/selection/nomination.ts";
import { NominationForm } from "#app/selection/nomination-form.tsx";
import { submitNomination } from "#app/selection/submit-nomination.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

const vacancyIn = (request: Request) => readId(new URL(request.url).searchParams.get("vacancy") ?? undefined);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const stateCode = actor.stateCode ?? "";
  permit(can(actor, "nomination.submit", { stateCode }));
  const t = await translatorOf(request);
  const [call, states] = await Promise.all([
    readOpenCall(vacancyIn(request), stateCode),
    listStates(languageOf(request)),
  ]);
  return { title: t("selection.nomination.title"), call, states, stateCode, submissionKey: randomUUID() };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const vacancyId = vacancyIn(request);
  const form = await readForm(request, nominationSchema);
  if (!form.ok) return form.answer;
  const { document: file, ...nomination } = form.value;
  const document = await checkUpload(file.name, new Uint8Array(await file.arrayBuffer()));
  if (!document.ok) return form.refuse(document.refusal);
  const result = await submitNomination(actor, { vacancyId, nomination, document: document.value });
  return result.ok ? redirect(paths.nomination(result.value.nominationId)) : form.refuse(result.refusal);
}

export default function Nominate() {
  const { title, call, states, stateCode, submissionKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  if (!call) {
    return (
      <>
        <PageHeader title={title} />
        <EmptyState
          title={t("selection.nomination.closed")}
          text={t("refusal.callClosed")}
          action={<LinkButton to={paths.nominations()}>{t("selection.nomination.list")}</LinkButton>}
        />
      </>
    );
  }
  const { reference, closesAt, timeZone } = call;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={`${reference} · ${caseTitle(format.locale, call)}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          { to: paths.nominations(), label: t("selection.nomination.list") },
          { to: paths.call(reference), label: reference },
        ]}
        lead={closesAt && t("selection.nomination.lead", { time: format.dateTime(closesAt, timeZone) })}
      />
      <NominationForm
        states={states}
        stateCode={stateCode}
        submissionKey={submissionKey}
        nominated={call.nominations.map(({ person }) => `${person.givenName} ${person.familyName}`)}
        reply={reply}
      />
    </>
  );
}
