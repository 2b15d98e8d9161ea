import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { caseTitle } from "#app/selection/case-title.ts";
import { correctFile } from "#app/selection/correct-file.server.ts";
import { CorrectionForm } from "#app/selection/correction-form.tsx";
import { FileChanges } from "#app/selection/file-changes.tsx";
import { mayKeepFile } from "#app/selection/lifecycle.ts";
import { readCorrectionPage } from "#app/selection/own-candidacy.queries.server.ts";
import { correctionSchema } from "#app/selection/profile.ts";
import { Alert } from "#app/ui/alert.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const page = orNotFound(await readCorrectionPage(readId(params.candidacyId)));
  permit(can(actor, "file.correct", page));
  if (!mayKeepFile(page.state, page.vacancyState)) throw redirect(paths.myCase(page.id));
  const t = await translatorOf(request);
  const { state, vacancyState, personId, ...shown } = page;
  return { title: t("selection.file.title"), page: shown };
}

/** A refused correction reads the file anew as well: it may have been saved meanwhile, and is then shown. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 422 || defaultShouldRevalidate;

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const candidacyId = readId(params.candidacyId);
  const form = await readForm(request, correctionSchema(today()));
  if (!form.ok) return form.answer;
  const result = await correctFile(actor, { candidacyId, form: form.value });
  return result.ok ? redirect(paths.myCase(candidacyId)) : form.refuse(result.refusal);
}

export default function CorrectFile() {
  const { title, page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const { id, reference, states, languages, savedAt } = page;
  const overtaken = reply?.refusal?.code === "fileChangedMeanwhile" && savedAt !== null;
  const choices = states
    .map((state) => ({ value: state.code, label: nameIn(format.locale, state) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, format.locale));
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={caseTitle(format.locale, page)}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.myCase(id), label: reference }]}
        lead={t("selection.file.lead")}
      />
      {overtaken && (
        <div className="mb-6">
          <Alert tone="warn" title={t("selection.file.newer")}>
            {t("selection.file.newerText", { time: format.dateTime(savedAt) })}
          </Alert>
          <FileChanges
            caption={t("selection.file.newer")}
            before={t("selection.file.before")}
            after={t("selection.file.after")}
            differences={page.latest}
            languages={languages}
            states={states}
          />
        </div>
      )}
      <CorrectionForm page={page} states={choices} reply={reply} />
    </>
  );
}
