import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { ownerPath } from "./rubric-owner.ts";
import type { RubricRow } from "./rubric-versions.queries.server.ts";

interface Props {
  readonly rubrics: readonly RubricRow[];
  readonly empty: ReactNode;
}

/** Rubrics, each with the vacancy or call that is judged by it, and its hash once it is frozen. */
export function RubricListTable({ rubrics, empty }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("rubric.list")}
      captionHidden
      stickyFirst
      rows={rubrics}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: "owner",
          header: t("rubric.of"),
          rowHeader: true,
          cell: ({ owner }) => (
            <>
              <Link to={ownerPath(owner)}>{owner.reference}</Link>
              <span className="block font-normal text-muted">{inLanguage(format.locale, owner.name)}</span>
            </>
          ),
        },
        {
          key: "call",
          header: t("rubric.call"),
          cell: ({ owner }) =>
            owner.call === null ? "–" : <Link to={paths.call(owner.call)}>{owner.call}</Link>,
        },
        {
          key: "criteria",
          header: t("rubric.criteria"),
          align: "end",
          cell: ({ criteria }) => format.number(criteria),
        },
        {
          key: "version",
          header: t("rubric.version"),
          align: "end",
          cell: ({ version, id }) => <Link to={paths.rubricVersions(id)}>{format.number(version)}</Link>,
        },
        {
          key: "state",
          header: t("selection.vacancy.state"),
          cell: ({ frozenAt }) =>
            frozenAt ? (
              t("rubric.frozenOn", { date: format.date(frozenAt) })
            ) : (
              <Badge>{t("selection.vacancy.state.draft")}</Badge>
            ),
        },
        {
          key: "hash",
          header: t("selection.rubric.hash"),
          cell: ({ hash }) => (hash ? <code className="block min-w-40 break-all text-sm">{hash}</code> : "–"),
        },
      ]}
    />
  );
}
