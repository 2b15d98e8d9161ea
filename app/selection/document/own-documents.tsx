import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { DOCUMENT_KINDS } from "./document.ts";

interface OwnDocument {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly ofCandidate: boolean;
}

interface Props {
  readonly candidacyId: string;
  readonly documents: readonly OwnDocument[];
  /** Whether documents may still come and go. */
  readonly open: boolean;
}

/** The documents of a case, for its candidate; their own can be replaced and removed while the file is open. */
export function OwnDocuments({ candidacyId, documents, open }: Props) {
  const { t, format } = useLanguage();
  const kindOf = (kind: string) => DOCUMENT_KINDS.find((known) => known === kind) ?? "other";
  return (
    <DataTable
      caption={t("selection.own.documents")}
      captionHidden
      rows={documents}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{t("selection.own.noDocuments")}</p>}
      columns={[
        {
          key: "name",
          header: t("selection.document.name"),
          rowHeader: true,
          cell: ({ id, name }) => (
            <a href={paths.document(id)} className="break-words">
              {name}
            </a>
          ),
        },
        {
          key: "kind",
          header: t("selection.document.kind"),
          cell: ({ kind }) => t(`selection.document.kind.${kindOf(kind)}`),
        },
        {
          key: "from",
          header: t("selection.document.from"),
          cell: ({ ofCandidate }) =>
            ofCandidate ? t("selection.document.byYou") : t("selection.document.byState"),
        },
        {
          key: "size",
          header: t("selection.document.size"),
          align: "end",
          nowrap: true,
          cell: ({ size }) =>
            t("selection.dossier.kilobytes", { size: format.number(Math.ceil(size / 1024)) }),
        },
        ...(open && documents.some(({ ofCandidate }) => ofCandidate)
          ? [
              {
                key: "actions",
                header: t("selection.document.actions"),
                cell: ({ id, name, ofCandidate }: OwnDocument) =>
                  ofCandidate && (
                    <span className="flex flex-wrap gap-2">
                      <LinkButton size="small" to={paths.addDocument(candidacyId, id)}>
                        {t("selection.document.replace")}
                        <span className="sr-only"> {name}</span>
                      </LinkButton>
                      <LinkButton size="small" to={paths.removeDocument(id)}>
                        {t("selection.document.remove")}
                        <span className="sr-only"> {name}</span>
                      </LinkButton>
                    </span>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
