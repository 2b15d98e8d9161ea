import { Link, useLocation } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { type Sorting, sortLink } from "#app/platform/sorting.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { Heads, LeaderSort } from "./accountability.ts";
import type { LeaderBalance } from "./accountability-leaders.queries.server.ts";
import { WomenOfBase } from "./women-of-base.tsx";

interface Props {
  readonly leaders: readonly LeaderBalance[];
  readonly sorting: Sorting<LeaderSort>;
  /** The share of women that every compact is held to, in percent; null where no target is in force. */
  readonly target: number | null;
  /** Whether nominees are told. */
  readonly exact: boolean;
  /** Conversations that a compact asks for in a year. */
  readonly conversations: number;
}

const TONES = {
  none: "warn",
  open: "neutral",
  leaderSigned: "info",
  supervisorSigned: "info",
  signed: "good",
} as const;

/** Leaders in post with their compact of a year: what is promised, what the records count, and how far it is signed. */
export function LeaderBalanceTable({ leaders, sorting, target, exact, conversations }: Props) {
  const { t, format } = useLanguage();
  const { pathname, search } = useLocation();
  const sort = (by: LeaderSort) => sortLink(pathname + search, sorting, by);
  const promised = target === null ? t("accountability.noTarget") : format.percent(target / 100);
  const share = (
    key: "team" | "nominated" | "recommended",
    of: (row: LeaderBalance) => Heads | undefined,
  ) => ({
    key,
    header: t(`accountability.indicator.${key}`, { target: promised }),
    align: "end" as const,
    cell: (row: LeaderBalance) => {
      const heads = of(row);
      return heads ? <WomenOfBase {...heads} /> : t("gender.withheld");
    },
  });
  return (
    <DataTable
      caption={t("accountability.list.leaders")}
      captionHidden
      stickyFirst
      rows={leaders}
      rowKey={({ appointmentId }) => appointmentId}
      empty={
        <EmptyState
          title={t("accountability.none")}
          action={<LinkButton to={paths.missions()}>{t("nav.missions")}</LinkButton>}
        />
      }
      note={t(exact ? "accountability.leadersNote" : "accountability.leadersNamedNote")}
      columns={[
        {
          key: "name",
          header: t("accountability.leader"),
          rowHeader: true,
          sort: sort("name"),
          cell: ({ name, acting }) => (
            <>
              {name}
              {acting && (
                <span className="block text-xs font-normal text-muted">{t("accountability.isActing")}</span>
              )}
            </>
          ),
        },
        {
          key: "post",
          header: t("accountability.post"),
          sort: sort("mission"),
          cell: (row) => t("compact.postOf", { role: nameIn(format.locale, row), mission: row.mission }),
        },
        {
          key: "endsOn",
          header: t("accountability.termEnds"),
          nowrap: true,
          sort: sort("endsOn"),
          cell: ({ endsOn }) => format.date(endsOn),
        },
        {
          key: "compact",
          header: t("accountability.compact"),
          sort: sort("signed"),
          cell: ({ compactId, state }) => {
            const badge = <Badge tone={TONES[state]}>{t(`accountability.compact.${state}`)}</Badge>;
            return compactId === null ? badge : <Link to={paths.compact(compactId)}>{badge}</Link>;
          },
        },
        {
          key: "conversations",
          header: t("accountability.conversations"),
          align: "end",
          cell: ({ compactId, conversations: held }) =>
            compactId === null
              ? t("gender.none")
              : t("accountability.heldOf", {
                  held: format.number(held),
                  asked: format.number(conversations),
                }),
        },
        share("team", ({ team }) => team),
        ...(exact
          ? [
              share("nominated", ({ nominees }) => nominees?.nominated),
              share("recommended", ({ nominees }) => nominees?.recommended),
            ]
          : []),
        {
          key: "conduct",
          header: t("accountability.conduct"),
          cell: () => t("accountability.notMeasured"),
        },
      ]}
    />
  );
}
