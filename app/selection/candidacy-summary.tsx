import { useLanguage } from "#app/i18n/provider.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { readCandidacy } from "./candidacy.queries.server.ts";

interface Props {
  readonly candidacy: Pick<
    NonNullable<Awaited<ReturnType<typeof readCandidacy>>>,
    | "gender"
    | "nominatedAt"
    | "attestedAt"
    | "listReason"
    | "disclosure"
    | "clearances"
    | "stages"
    | "withdrawal"
  >;
}

/** What has happened in a candidacy, and which gates it has passed. */
export function CandidacySummary({ candidacy }: Props) {
  const { t, format } = useLanguage();
  const { clearances, attestedAt, listReason, disclosure, stages, withdrawal } = candidacy;
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <DefinitionList
        items={[
          { term: t("selection.person.gender"), detail: t(`selection.gender.${candidacy.gender}`) },
          { term: t("selection.candidacy.nominatedOn"), detail: format.dateTime(candidacy.nominatedAt) },
          {
            term: t("selection.candidacy.attested"),
            detail: attestedAt ? format.dateTime(attestedAt) : t("selection.own.noConsent"),
          },
          ...(withdrawal
            ? [{ term: t("selection.candidacy.withdrawn"), detail: format.dateTime(withdrawal.at) }]
            : []),
          ...(withdrawal?.reason
            ? [{ term: t("selection.candidacy.withdrawalReason"), detail: withdrawal.reason }]
            : []),
          ...(listReason ? [{ term: t("nominating.list.reason"), detail: listReason }] : []),
          ...(disclosure ? [{ term: t("nominating.field.disclosure"), detail: disclosure }] : []),
          {
            term: t("selection.candidacy.clearances"),
            detail:
              clearances.asked === 0
                ? t("selection.candidacy.notAsked")
                : clearances.missing.length === 0
                  ? t("selection.candidacy.allClear")
                  : t("selection.candidacy.missing", {
                      kinds: format.list(
                        clearances.missing.map((kind) => t(`selection.clearance.kind.${kind}`)),
                      ),
                    }),
          },
        ]}
      />
      <Timeline
        label={t("selection.candidacy.history")}
        items={stages.map(({ stage, reachedAt }) => ({
          key: stage,
          dateTime: reachedAt,
          when: format.dateTime(reachedAt),
          title: t(`selection.candidacy.stage.${stage}`),
        }))}
      />
    </div>
  );
}
