import { Form, Link } from "@remix-run/react";
import { useState } from "react";
import type { FormReply } from "#app/access/form-reply.ts";
import { useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import type { DocumentKind } from "#app/selection/nomination/nominee-check.ts";
import type { DraftPage } from "#app/selection/nomination/nominee-draft.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { FileField } from "#app/ui/field.tsx";

/** What the server takes at most; where there is no script, it says so itself. */
const MOST_BYTES = 10 * 1024 * 1024;

interface Props {
  readonly page: Pick<DraftPage, "id" | "documents" | "needed" | "gaps">;
  readonly check: boolean;
  readonly reply: (FormReply & { readonly kind?: string | undefined }) | undefined;
}

/** The documents that go with a nominee, each sent by itself: what is typed above is never at stake. */
export function DraftDocuments({ page, check, reply }: Props) {
  const { t } = useLanguage();
  return (
    <Section title={t("selection.dossier.documents")} id="documents" lead={t("nominating.document.lead")}>
      <div className="space-y-6">
        {page.needed.map((kind) => (
          <DocumentForm key={kind} kind={kind} page={page} check={check} reply={reply} />
        ))}
      </div>
    </Section>
  );
}

interface DocumentProps extends Props {
  readonly kind: DocumentKind;
}

function DocumentForm({ kind, page, check, reply }: DocumentProps) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [tooLarge, setTooLarge] = useState(false);
  const there = page.documents.find((document) => document.kind === kind);
  const missing = check && page.gaps.some(({ field }) => field === `document.${kind}`);
  const refused =
    reply?.kind === kind ? Object.values(reply.lastResult.error ?? {}).flatMap((errors) => errors ?? []) : [];
  return (
    <div>
      <Form
        method="post"
        action={paths.draftDocuments(page.id)}
        encType="multipart/form-data"
        onSubmit={(event) => {
          const large = isTooLarge(event.currentTarget);
          setTooLarge(large);
          if (large) event.preventDefault();
        }}
        className="flex flex-wrap items-end gap-3"
      >
        <input type="hidden" name="kind" value={kind} />
        <FileField
          id={`nominee-document.${kind}`}
          name="document"
          label={t(`nominating.document.${kind}`)}
          hint={t("nominating.document.hint")}
          accept=".pdf,.docx,.jpg,.jpeg,.png"
          errors={[
            ...(tooLarge ? [t("nominating.document.tooLarge")] : refused.map(say)),
            ...(missing ? [t(`invalid.missing.${kind}`)] : []),
          ]}
        />
        <Button variant="secondary">
          {t(there ? "nominating.document.replace" : "nominating.document.add")}
        </Button>
      </Form>
      {there && (
        <div className="mt-2 flex flex-wrap items-center gap-3">
          <Link to={paths.draftDocument(there.id)} reloadDocument>
            {there.name}
          </Link>
          <span className="text-sm text-muted">
            {t("selection.dossier.kilobytes", { size: format.number(Math.ceil(there.size / 1024)) })}
          </span>
          <Form method="post" action={paths.removeDraftDocument(page.id)}>
            <input type="hidden" name="kind" value={kind} />
            <Button variant="quiet" size="small">
              {t("nominating.document.remove")}
            </Button>
          </Form>
        </div>
      )}
    </div>
  );
}

/** Whether the file chosen is larger than any that is taken: then it is not even sent. */
function isTooLarge(form: HTMLFormElement): boolean {
  const file = new FormData(form).get("document");
  return file instanceof File && file.size > MOST_BYTES;
}
