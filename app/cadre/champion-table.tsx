import { Link } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { ChampionPledge } from "./champions.queries.server.ts";
import { PledgeBadge } from "./pledge-badge.tsx";

/** Gender champions that states pledged, in their words, with what shows what they did. */
export function ChampionTable({ pledges }: { readonly pledges: readonly ChampionPledge[] }) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("accountability.list.champions")}
      captionHidden
      stacks
      rows={pledges}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          title={t("accountability.noChampions")}
          text={t("accountability.noChampionsText")}
          action={<LinkButton to={paths.statePledges()}>{t("pledge.register")}</LinkButton>}
        />
      }
      columns={[
        {
          key: "state",
          header: t("pledge.state"),
          rowHeader: true,
          cell: ({ state }) => nameIn(format.locale, state),
        },
        {
          key: "what",
          header: t("pledge.kind"),
          cell: ({ id, quantity }) => (
            <Link to={paths.statePledge(id)}>{t("pledge.amount.genderChampions", { count: quantity })}</Link>
          ),
        },
        {
          key: "words",
          header: t("accountability.championWords"),
          cell: ({ words }) => (words === "" ? t("gender.none") : words),
        },
        { key: "due", header: t("pledge.dueOn"), nowrap: true, cell: ({ dueOn }) => format.date(dueOn) },
        {
          key: "level",
          header: t("pledge.level"),
          cell: ({ level, readyDays }) => <PledgeBadge level={level} readyDays={readyDays} />,
        },
        {
          key: "shown",
          header: t("pledge.evidence"),
          cell: ({ shown }) => {
            if (shown === null) return t("accountability.evidenceNotYours");
            if (shown.length === 0) return t("accountability.noEvidence");
            return (
              <ul className="grid gap-1">
                {shown.map(({ level, evidence, takenOn }) => (
                  <li key={level}>
                    {t("accountability.evidenceOn", {
                      level: t(`pledge.level.${level}`),
                      date: format.date(takenOn),
                      evidence,
                    })}
                  </li>
                ))}
              </ul>
            );
          },
        },
      ]}
    />
  );
}
