import { Link, useLocation } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { type Sorting, sortLink } from "#app/platform/sorting.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { type NomineeSight, type StateSort, TOLD_STAGES } from "./accountability.ts";
import type { StateBalance } from "./accountability-states.queries.server.ts";
import { WomenOfBase } from "./women-of-base.tsx";

interface Props {
  readonly states: readonly StateBalance[];
  readonly sorting: Sorting<StateSort>;
  /** Whether the reader may open every state's own page: not a decision maker. */
  readonly linked: boolean;
  /** What is told of nominees and lists. */
  readonly sight: NomineeSight;
}

const NOTES = {
  exact: "accountability.statesNote",
  own: "accountability.ownStateNote",
  none: "accountability.pledgesNote",
} as const;

/** States that nominated, listed or pledged: women among their nominees at each stage, rules kept, pledges. */
export function StateBalanceTable({ states, sorting, linked, sight }: Props) {
  const { t, format } = useLanguage();
  const { pathname, search } = useLocation();
  const sort = (by: StateSort) => sortLink(pathname + search, sorting, by);
  const { known } = useLanguage();
  const level = (name: string | null) => {
    const key = known(`pledge.level.${name}`);
    return name === null || !key ? t("accountability.notPledged") : t(key);
  };
  const told = sight !== "none";
  const lists = {
    key: "lists",
    header: t("accountability.lists"),
    sort: sort("lists"),
    cell: ({ lists: sent, listsKept, listsReasoned }: StateBalance) =>
      sent === 0
        ? t("accountability.noLists")
        : t("accountability.listsOf", {
            lists: format.number(sent),
            kept: format.number(listsKept),
            reasoned: format.number(listsReasoned),
          }),
  };
  return (
    <DataTable
      caption={t("accountability.list.states")}
      captionHidden
      stickyFirst
      rows={states}
      rowKey={({ code }) => code}
      empty={
        <EmptyState
          title={t("accountability.none")}
          action={<LinkButton to={paths.calls()}>{t("nav.calls")}</LinkButton>}
        />
      }
      note={t(NOTES[sight])}
      columns={[
        {
          key: "state",
          header: t("accountability.state"),
          rowHeader: true,
          sort: sort("state"),
          cell: (row) => {
            const name = nameIn(format.locale, row);
            return linked ? <Link to={paths.state(row.code)}>{name}</Link> : name;
          },
        },
        ...(told ? TOLD_STAGES : []).map((stage) => ({
          key: stage,
          header: t(`gender.stage.${stage}`),
          align: "end" as const,
          ...(stage === "nominated" ? { sort: sort("share") } : {}),
          cell: (row: StateBalance) => (
            <WomenOfBase
              women={row[`${stage}Women`]}
              men={row[`${stage}Men`]}
              other={stage === "nominated" ? row.nominatedOther : 0}
            />
          ),
        })),
        ...(told ? [lists] : []),
        {
          key: "pledges",
          header: t("accountability.pledges"),
          align: "end",
          sort: sort("pledges"),
          cell: ({ pledges, delivered }) =>
            t("accountability.deliveredOf", {
              delivered: format.number(delivered),
              pledges: format.number(pledges),
            }),
        },
        {
          key: "champions",
          header: t("pledge.kind.genderChampions"),
          align: "end",
          cell: ({ champions }) => format.number(champions),
        },
        {
          key: "plan",
          header: t("accountability.actionPlan"),
          cell: ({ actionPlan }) => level(actionPlan),
        },
      ]}
    />
  );
}
