import type { FormReply } from "#app/access/form-reply.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { AnswerForm } from "./answer-form.tsx";
import type { FileRequestPage } from "./file-request.queries.server.ts";

interface Props {
  readonly title: string;
  /** Null where the link leads nowhere. */
  readonly page: FileRequestPage | null;
  readonly reply: FormReply | undefined;
}

/**
 * What a candidate is asked about the file, and the fields that are open for it. An answer that came too late, or after
 * another, stands in its form with why it was not taken: nothing typed is lost.
 */
export function AnswerPage({ title, page, reply }: Props) {
  const { t, format } = useLanguage();
  if (page && page.standing !== "open" && reply) {
    return (
      <>
        <PageHeader title={title} />
        <AnswerForm page={page} reply={reply} />
      </>
    );
  }
  if (page?.standing !== "open") {
    const key = !page ? "noLink" : page.standing === "answered" ? "thanks" : "over";
    return (
      <>
        <PageHeader title={title} />
        <EmptyState
          title={t(`vetting.answer.${key}`)}
          text={t(`vetting.answer.${key}Text`)}
          action={<LinkButton to={paths.signIn(paths.myCases())}>{t("selection.consent.signIn")}</LinkButton>}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={`${page.reference} · ${caseTitle(format.locale, page)}`}
        lead={t("vetting.answer.lead")}
        meta={t("selection.vacancy.until", { date: format.date(page.dueOn) })}
      />
      {page.question && (
        <div className="mb-6">
          <Alert role="note" title={t("vetting.answer.question")}>
            <p className="whitespace-pre-line">{page.question}</p>
          </Alert>
        </div>
      )}
      <AnswerForm page={page} reply={reply} />
    </>
  );
}
