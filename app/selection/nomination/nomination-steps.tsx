import { useLanguage } from "#app/i18n/provider.tsx";
import { ownStatusWords } from "#app/selection/candidate/own-status-words.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Steps } from "#app/ui/steps.tsx";
import { NOMINATION_ROAD, type NominationStatus } from "./nomination-status.ts";

interface Props {
  readonly status: NominationStatus;
  /** Whether it is told to the person nominated. */
  readonly own?: boolean;
  readonly stages: readonly { readonly stage: string; readonly reachedAt: string }[];
}

/** The stage whose date ends each step of the road. */
const ENDED_BY = ["consented", "screenedIn", "selected", "appointed"] as const;

/** How far a candidacy has come, for those who may know the steps and no more. */
export function NominationSteps({ status, own = false, stages }: Props) {
  const { t, format } = useLanguage();
  const road: readonly NominationStatus[] = NOMINATION_ROAD;
  const at = road.indexOf(status === "reconsidered" ? "selected" : status);
  if (at < 0) {
    const words = own ? ownStatusWords(t, status) : t(`selection.nomination.status.${status}`);
    return <Alert role="note" title={words} />;
  }
  return (
    <Steps
      label={t("selection.nomination.road")}
      steps={NOMINATION_ROAD.map((key, index) => {
        const standing = index < at || status === "selected" ? "done" : index === at ? "current" : "ahead";
        const reached = stages.find(({ stage }) => stage === ENDED_BY[index]);
        return {
          key,
          label: t(`selection.nomination.step.${key}`),
          state: standing,
          stateLabel: t(`selection.vacancy.standing.${standing}`),
          note: standing === "done" && reached ? format.date(reached.reachedAt) : undefined,
        };
      })}
    />
  );
}
