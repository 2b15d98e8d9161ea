import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { LibraryRow } from "./library.queries.server.ts";

interface Props {
  readonly criteria: readonly LibraryRow[];
  readonly empty: ReactNode;
}

/** The criteria that rubrics are put together from, in their latest words. */
export function LibraryTable({ criteria, empty }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("rubric.library")}
      captionHidden
      rows={criteria}
      rowKey={({ code }) => code}
      empty={empty}
      columns={[
        { key: "code", header: t("rubric.code"), nowrap: true, cell: ({ code }) => code },
        {
          key: "name",
          header: t("selection.rubric.criterion"),
          rowHeader: true,
          cell: ({ code, name, definition }) => (
            <>
              <Link to={paths.criterion(code)}>{inLanguage(format.locale, name)}</Link>
              <span className="block font-normal text-muted">{inLanguage(format.locale, definition)}</span>
            </>
          ),
        },
        {
          key: "group",
          header: t("selection.rubric.group"),
          cell: ({ group }) => t(`selection.group.${group}`),
        },
        { key: "stage", header: t("rubric.stage"), cell: ({ stage }) => t(`rubric.stage.${stage}`) },
        {
          key: "levels",
          header: t("rubric.levels"),
          align: "end",
          cell: ({ levels }) => format.number(levels),
        },
        {
          key: "version",
          header: t("rubric.version"),
          align: "end",
          cell: ({ version }) => format.number(version),
        },
        {
          key: "uses",
          header: t("rubric.uses"),
          align: "end",
          cell: ({ uses }) => format.number(uses),
        },
        {
          key: "state",
          header: t("selection.vacancy.state"),
          cell: ({ retired }) => (retired ? <Badge>{t("rubric.retired")}</Badge> : t("rubric.offered")),
        },
      ]}
    />
  );
}
