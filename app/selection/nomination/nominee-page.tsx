import type { FormReply } from "#app/access/form-reply.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import type { Refusal } from "#app/access/result.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { DraftDocuments } from "#app/selection/document/draft-documents.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import type { SelectOption } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { DraftPage } from "./nominee-draft.queries.server.ts";
import { type GrowingList, rowsAsked } from "./nominee-file.ts";
import { NomineeForm } from "./nominee-form.tsx";

/** The rows that the form offers by itself. */
const NO_MORE_ROWS = rowsAsked(new URLSearchParams());

interface Props {
  readonly page: DraftPage;
  readonly states: readonly SelectOption[];
  readonly check: boolean;
  readonly rows?: Readonly<Record<GrowingList, number>>;
  readonly reply: FormReply | undefined;
  /** What the upload of a document was answered. */
  readonly upload?: (FormReply & { readonly kind?: string | undefined }) | undefined;
  /** Why a submission of one's own was not taken. */
  readonly refusal?: Refusal | null;
}

/** One nominee's file while it is written, with its documents. */
export function NomineePage({ page, states, check, rows = NO_MORE_ROWS, reply, upload, refusal }: Props) {
  const { t, format } = useLanguage();
  const say = useRefusalWords();
  const { call, file, self, submitted } = page;
  const name = `${file.givenName} ${file.familyName}`.trim();
  const closing = call.closesAt ? format.dateTime(call.closesAt, call.timeZone) : "";
  return (
    <>
      <PageHeader
        title={self ? t("nominating.own.title") : name || t("nominating.list.unnamed")}
        eyebrow={`${call.reference} · ${call.name}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={
          self
            ? [{ to: paths.call(call.reference), label: call.reference }]
            : [
                { to: paths.nominations(), label: t("selection.nomination.list") },
                { to: paths.list(call.id), label: t("nominating.list.title") },
              ]
        }
        lead={t(self ? "nominating.own.lead" : "nominating.draft.lead", { time: closing })}
        meta={page.savedBy && t("nominating.draft.savedBy", { name: page.savedBy })}
        actions={
          !submitted && (
            <LinkButton size="small" to={paths.discardDraft(page.id)}>
              {t("nominating.discard.title")}
            </LinkButton>
          )
        }
      />
      {refusal && <Alert tone="bad" title={say(refusal)} />}
      {submitted && <Alert role="note" title={t("refusal.draftSubmitted")} />}
      {!submitted && !call.open && <Alert tone="warn" title={t("refusal.callClosed")} />}
      {!submitted && (
        <NomineeForm
          key={`${page.id} ${Object.values(rows).join(" ")}`}
          {...{ page, states, check, rows, reply }}
        />
      )}
      {!submitted && <DraftDocuments page={page} check={check} reply={upload} />}
    </>
  );
}
