import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { listUniformedImports } from "./uniformed-import.queries.server.ts";

type Sent = Awaited<ReturnType<typeof listUniformedImports>>["imports"];

const TONES = { checked: "warn", taken: "good", dropped: "neutral" } as const;

/** The files of figures that were sent, and what became of each. */
export function UniformedImports({ imports }: { readonly imports: Sent }) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("gender.uniformed.import.sent")}
      captionHidden
      rows={imports}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          title={t("gender.uniformed.import.none")}
          action={<LinkButton to={paths.uniformed()}>{t("gender.uniformed.title")}</LinkButton>}
        />
      }
      columns={[
        {
          key: "file",
          header: t("gender.uniformed.import.file"),
          rowHeader: true,
          cell: ({ id, fileName }) => <Link to={paths.uniformedImport(id)}>{fileName}</Link>,
        },
        {
          key: "state",
          header: t("gender.uniformed.import.state"),
          cell: ({ state }) => (
            <Badge tone={TONES[state]}>{t(`gender.uniformed.import.state.${state}`)}</Badge>
          ),
        },
        {
          key: "cut",
          header: t("gender.uniformed.import.cut"),
          cell: ({ cut }) => t(`gender.uniformed.cut.${cut}`),
        },
        {
          key: "rows",
          header: t("gender.uniformed.import.rows"),
          align: "end",
          cell: ({ rows }) => format.number(rows),
        },
        {
          key: "refused",
          header: t("gender.uniformed.import.refused"),
          align: "end",
          cell: ({ refused }) => format.number(refused),
        },
        { key: "sentBy", header: t("gender.uniformed.import.sentBy"), cell: ({ sentBy }) => sentBy },
        {
          key: "at",
          header: t("gender.uniformed.import.sentAt"),
          cell: ({ createdAt }) => format.dateTime(createdAt),
        },
      ]}
    />
  );
}

/** Which columns a file of figures has. */
export function UniformedColumns() {
  const { t } = useLanguage();
  return (
    <Section title={t("gender.uniformed.import.columns")} lead={t("gender.uniformed.import.columnsLead")}>
      <ul className="measure grid list-disc gap-2 ps-5">
        {(["month", "mission", "state", "category", "women", "total"] as const).map((column) => (
          <li key={column}>{t(`gender.uniformed.import.columns.${column}`)}</li>
        ))}
      </ul>
    </Section>
  );
}
