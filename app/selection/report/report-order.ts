import { orderIsSure, type RankingFigures } from "#app/selection/ranking/ranking-figures.ts";
import type { FindingOutcome } from "./finding.ts";

const OUTCOMES = ["recommended", "suitable", "notRecommended"] as const;

interface Found {
  readonly candidacyId: string;
  readonly outcome: FindingOutcome;
}

interface Reported<Row extends Found = Found> {
  readonly content: { readonly candidacies: readonly Row[]; readonly figures: RankingFigures };
  readonly people: Readonly<Record<string, { readonly sortName: string }>>;
}

/** Whether the recommended stand in the panel's order: that it is sure (METHOD §4), and more than one; null for fewer. */
export function recommendedInOrder({
  content: { candidacies, figures },
}: Pick<Reported, "content">): boolean | null {
  const recommended = candidacies.flatMap(({ outcome, candidacyId }) =>
    outcome === "recommended" ? [candidacyId] : [],
  );
  return recommended.length < 2 ? null : orderIsSure(figures, recommended);
}

/**
 * The one order in which a report's people are listed, wherever they are: by outcome; the recommended in the panel's
 * order where that is sure, everybody else by family name.
 */
export function reportOrder<Row extends Found>(report: Reported<Row>): readonly Row[] {
  const { candidacies, figures } = report.content;
  const ordered = recommendedInOrder(report) === true;
  const place = (id: string) => figures.rows.findIndex(({ candidacyId }) => candidacyId === id);
  const name = (id: string) => report.people[id]?.sortName ?? "";
  return candidacies.toSorted(
    (a, b) =>
      OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) ||
      (ordered && a.outcome === "recommended" ? place(a.candidacyId) - place(b.candidacyId) : 0) ||
      name(a.candidacyId).localeCompare(name(b.candidacyId)),
  );
}
