import { useLanguage } from "#app/i18n/provider.tsx";
import type { DecisionCandidate, DecisionPage } from "#app/selection/report/report-page.ts";
import { Alert } from "#app/ui/alert.tsx";
import type { OpenGate } from "./clearance.ts";

/** Says of each gate that stands in the way which it is and why. */
export function useGateWords(): (gates: readonly OpenGate[]) => readonly string[] {
  const { t, format } = useLanguage();
  return (gates) =>
    gates.map(({ kind, why, since }) =>
      t("vetting.gate.whyLine", {
        kind: t(`selection.clearance.kind.${kind}`),
        why: t(`vetting.gate.why.${why}`, { date: since ? format.date(since) : "–" }),
      }),
    );
}

interface Props {
  readonly candidate: DecisionCandidate;
}

/** Which gates a recommended candidate has not passed, and what is to be looked at. */
export function CandidateGates({ candidate }: Props) {
  const { t, format } = useLanguage();
  const words = useGateWords();
  return (
    <>
      {candidate.openGates.length === 0
        ? t("selection.decision.cleared")
        : format.list(words(candidate.openGates))}
      {candidate.sharedWithIncumbent.length > 0 && (
        <span className="block">
          {t("selection.decision.sameNationality", { states: format.list(candidate.sharedWithIncumbent) })}
        </span>
      )}
    </>
  );
}

/** Whom no decision can be made for yet, and which gates stand in the way; nothing where all have passed all. */
export function BarredCandidates({ page }: { readonly page: Pick<DecisionPage, "candidates" | "report"> }) {
  const { t, format } = useLanguage();
  const words = useGateWords();
  const barred = page.candidates.filter(
    ({ state, openGates }) => state === "recommended" && openGates.length > 0,
  );
  const nameOf = ({ candidacyId }: DecisionCandidate) => page.report.people[candidacyId]?.name ?? "–";
  if (barred.length === 0) return null;
  return (
    <Alert
      tone="warn"
      role="note"
      title={t("vetting.gate.decisionBarred", { names: format.list(barred.map(nameOf)) })}
    >
      <ul className="list-disc ps-5">
        {barred.map((candidate) => (
          <li key={candidate.candidacyId}>
            {t("vetting.gate.decisionBarredOf", {
              name: nameOf(candidate),
              gates: format.list(words(candidate.openGates)),
            })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
