import { useLanguage } from "#app/i18n/provider.tsx";
import { SentOn } from "#app/selection/decision/sent-on.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { readCandidacy } from "./candidacy.queries.server.ts";
import { Standing } from "./standing.tsx";

interface Props {
  readonly candidacy: Pick<
    NonNullable<Awaited<ReturnType<typeof readCandidacy>>>,
    | "gender"
    | "nominatedAt"
    | "inGrace"
    | "attestedAt"
    | "listReason"
    | "disclosure"
    | "clock"
    | "stages"
    | "withdrawal"
  >;
}

/** What has happened in a candidacy, how long each step took, and how long it has stood where it stands. */
export function CandidacySummary({ candidacy }: Props) {
  const { t, format } = useLanguage();
  const { attestedAt, listReason, disclosure, stages, withdrawal, clock } = candidacy;
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <DefinitionList
        items={[
          { term: t("selection.person.gender"), detail: t(`selection.gender.${candidacy.gender}`) },
          {
            term: t("selection.candidacy.nominatedOn"),
            detail: <SentOn {...candidacy} when={format.dateTime(candidacy.nominatedAt)} />,
          },
          {
            term: t("selection.candidacy.attested"),
            detail: attestedAt ? format.dateTime(attestedAt) : t("selection.own.noConsent"),
          },
          ...(withdrawal
            ? [
                {
                  term: t(
                    withdrawal.declined ? "selection.candidacy.declinedOn" : "selection.candidacy.withdrawn",
                  ),
                  detail: format.dateTime(withdrawal.at),
                },
              ]
            : []),
          ...(withdrawal?.reason
            ? [{ term: t("selection.candidacy.withdrawalReason"), detail: withdrawal.reason }]
            : []),
          ...(listReason ? [{ term: t("nominating.list.reason"), detail: listReason }] : []),
          ...(disclosure ? [{ term: t("nominating.field.disclosure"), detail: disclosure }] : []),
          ...(clock ? [{ term: t("vetting.clock.standing"), detail: <Standing clock={clock} /> }] : []),
        ]}
      />
      <Timeline
        label={t("selection.candidacy.history")}
        items={stages.map(({ stage, reachedAt, days }) => ({
          key: stage,
          dateTime: reachedAt,
          when: format.dateTime(reachedAt),
          title: t(`selection.candidacy.stage.${stage}`),
          by: days === null ? undefined : t("vetting.clock.stay", { days }),
        }))}
      />
    </div>
  );
}
