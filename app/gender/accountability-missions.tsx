import { Link, useLocation } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { type Sorting, sortLink } from "#app/platform/sorting.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { MissionSort } from "./accountability.ts";
import type { MissionBalance } from "./accountability-missions.queries.server.ts";
import { standingOf } from "./target.ts";
import { WomenOfBase } from "./women-of-base.tsx";

interface Props {
  readonly missions: readonly MissionBalance[];
  readonly sorting: Sorting<MissionSort>;
  /** The share of women to reach among leaders, in percent; null where no target is in force. */
  readonly parity: number | null;
}

/** Missions under way, each with who leads it, what falls vacant and what is being chosen. */
export function MissionBalanceTable({ missions, sorting, parity }: Props) {
  const { t, format } = useLanguage();
  const { pathname, search } = useLocation();
  const sort = (by: MissionSort) => sortLink(pathname + search, sorting, by);
  const toParity = ({ women, men }: MissionBalance) => {
    const standing = parity && standingOf({ measure: "shareOfWomen", value: parity }, { women, men });
    if (!standing) return t("gender.none");
    return standing.reached
      ? t("gender.target.state.reached")
      : t("accountability.moreWomen", { count: standing.moreWomen });
  };
  return (
    <DataTable
      caption={t("accountability.list.missions")}
      captionHidden
      stickyFirst
      rows={missions}
      rowKey={({ acronym }) => acronym}
      empty={
        <EmptyState
          title={t("accountability.none")}
          action={<LinkButton to={paths.missions()}>{t("nav.missions")}</LinkButton>}
        />
      }
      note={t("accountability.missionsNote")}
      columns={[
        {
          key: "mission",
          header: t("accountability.mission"),
          rowHeader: true,
          sort: sort("mission"),
          cell: (row) => (
            <>
              <Link to={paths.mission(row.acronym)}>{row.acronym}</Link>
              <span className="block text-xs font-normal text-muted">{nameIn(format.locale, row)}</span>
            </>
          ),
        },
        {
          key: "department",
          header: t("accountability.department"),
          cell: ({ department }) => t(`accountability.department.${department ?? "none"}`),
        },
        {
          key: "team",
          header: t("accountability.team"),
          align: "end",
          sort: sort("share"),
          cell: (row) => <WomenOfBase {...row} />,
        },
        { key: "parity", header: t("accountability.toParity"), align: "end", cell: toParity },
        {
          key: "vacant",
          header: t("accountability.vacant"),
          align: "end",
          sort: sort("vacant"),
          cell: ({ vacant, posts, acting }) => (
            <>
              {t("accountability.vacantOf", { vacant: format.number(vacant), posts: format.number(posts) })}
              {acting > 0 && (
                <span className="block text-muted">{t("accountability.acting", { count: acting })}</span>
              )}
            </>
          ),
        },
        {
          key: "ending",
          header: t("accountability.ending"),
          align: "end",
          sort: sort("ending"),
          cell: ({ ending, nextEnd }) => (
            <>
              {format.number(ending)}
              {ending > 0 && nextEnd && (
                <span className="block text-muted">
                  {t("accountability.nextEnd", { date: format.date(nextEnd) })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "choices",
          header: t("accountability.choices"),
          align: "end",
          sort: sort("choices"),
          cell: ({ choices }) => format.number(choices),
        },
        {
          key: "uniformed",
          header: t("accountability.uniformed"),
          align: "end",
          cell: ({ uniformedWomen, uniformedMen }) =>
            uniformedWomen === null || uniformedMen === null ? (
              t("accountability.notTold")
            ) : (
              <WomenOfBase women={uniformedWomen} men={uniformedMen} />
            ),
        },
      ]}
    />
  );
}
