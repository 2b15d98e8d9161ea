import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { TOLD_STAGES } from "./accountability.ts";
import type { DepartmentBalance } from "./accountability-states.queries.server.ts";
import { WomenOfBase } from "./women-of-base.tsx";

interface Props {
  readonly departments: readonly DepartmentBalance[];
  /** Whether nominees are told. */
  readonly exact: boolean;
}

/** The departments that lead missions: who leads their missions today, and the road to their posts in a year. */
export function DepartmentBalanceTable({ departments, exact }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("accountability.list.departments")}
      captionHidden
      stickyFirst
      rows={departments}
      rowKey={({ department }) => department ?? ""}
      empty={<p className="text-muted">{t("accountability.none")}</p>}
      note={t(exact ? "accountability.departmentsNote" : "accountability.departmentsNamedNote")}
      columns={[
        {
          key: "department",
          header: t("accountability.department"),
          rowHeader: true,
          cell: ({ department }) => t(`accountability.department.${department ?? "none"}`),
        },
        {
          key: "missions",
          header: t("accountability.missions"),
          align: "end",
          cell: ({ missions }) => format.number(missions),
        },
        {
          key: "heads",
          header: t("accountability.heads"),
          align: "end",
          cell: ({ headWomen, headMen }) => <WomenOfBase women={headWomen} men={headMen} />,
        },
        {
          key: "team",
          header: t("accountability.team"),
          align: "end",
          cell: (row) => <WomenOfBase {...row} />,
        },
        {
          key: "vacant",
          header: t("accountability.vacant"),
          align: "end",
          cell: ({ vacant, posts }) =>
            t("accountability.vacantOf", { vacant: format.number(vacant), posts: format.number(posts) }),
        },
        ...(exact ? TOLD_STAGES : []).map((stage) => ({
          key: stage,
          header: t(`gender.stage.${stage}`),
          align: "end" as const,
          cell: (row: DepartmentBalance) => (
            <WomenOfBase
              women={row[`${stage}Women`]}
              men={row[`${stage}Men`]}
              other={stage === "nominated" ? row.nominatedOther : 0}
            />
          ),
        })),
      ]}
    />
  );
}
