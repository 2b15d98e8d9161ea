import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { EXAMPLE, type ImportColumn, NEEDED_COLUMNS, SYNONYMS } from "./import-columns.ts";

interface Props {
  readonly columns: readonly ImportColumn[];
}

/** What the columns of a sheet may be called, and how they are filled in. */
export function ImportColumnsTable({ columns }: Props) {
  const { t } = useLanguage();
  return (
    <DataTable
      caption={t("nominating.import.columns")}
      captionHidden
      rows={columns}
      rowKey={(column) => column}
      empty={null}
      columns={[
        {
          key: "name",
          header: t("nominating.import.column"),
          rowHeader: true,
          cell: (column) => <code>{column}</code>,
        },
        {
          key: "means",
          header: t("nominating.import.means"),
          cell: (column) => (
            <>
              {t(`nominating.column.${column}`)}
              {(NEEDED_COLUMNS.includes(column) || column === "state") &&
                ` (${t("nominating.import.needed")})`}
            </>
          ),
        },
        {
          key: "also",
          header: t("nominating.import.alsoCalled"),
          cell: (column) => SYNONYMS[column].join(", "),
        },
        {
          key: "example",
          header: t("nominating.import.example"),
          cell: (column) => EXAMPLE[column] || "–",
        },
      ]}
    />
  );
}
