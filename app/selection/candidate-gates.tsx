import { useLanguage } from "#app/i18n/provider.tsx";
import { CLEARANCE_KINDS } from "./clearance.ts";
import type { DecisionCandidate } from "./report-page.ts";

interface Props {
  readonly candidate: DecisionCandidate;
}

/** Which gates a recommended candidate has passed, and what is to be looked at. */
export function CandidateGates({ candidate }: Props) {
  const { t, format } = useLanguage();
  const open = CLEARANCE_KINDS.filter(
    (kind) => candidate.clearances.find((one) => one.kind === kind)?.outcome !== "clear",
  );
  return (
    <>
      {candidate.clearancesMissing === 0
        ? t("selection.decision.cleared")
        : t("selection.decision.notCleared", {
            kinds: format.list(open.map((kind) => t(`selection.clearance.kind.${kind}`))),
            count: candidate.clearancesMissing,
          })}
      {candidate.sharedWithIncumbent.length > 0 && (
        <span className="block">
          {t("selection.decision.sameNationality", { states: format.list(candidate.sharedWithIncumbent) })}
        </span>
      )}
    </>
  );
}
