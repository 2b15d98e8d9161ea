import type { FormReply } from "#app/access/form-reply.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { CorrectionForm } from "./correction-form.tsx";
import { FileChanges } from "./file-changes.tsx";
import type { CorrectedFile } from "./own-forms.queries.server.ts";

interface Props {
  readonly title: string;
  readonly eyebrow: string;
  /** The page of the case, and what it is called. */
  readonly back: { readonly to: string; readonly label: string };
  readonly page: CorrectedFile;
  readonly reply: FormReply | undefined;
}

/** A file, to be put right by whose it is; where it was saved meanwhile, with what was saved. */
export function CorrectionPage({ title, eyebrow, back, page, reply }: Props) {
  const { t, format } = useLanguage();
  const { states, languages, savedAt } = page;
  const overtaken = reply?.refusal?.code === "fileChangedMeanwhile" && savedAt !== null;
  const choices = states
    .map((state) => ({ value: state.code, label: nameIn(format.locale, state) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, format.locale));
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={eyebrow}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[back]}
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
      <CorrectionForm page={page} back={back.to} states={choices} reply={reply} />
    </>
  );
}
