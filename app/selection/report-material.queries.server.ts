import type { Transaction } from "#app/platform/database.server.ts";
import { inTwoLanguages } from "./in-two-languages.ts";
import { checkComposition, exceptionsNeeded } from "./panel-composition.ts";
import type { PanelState } from "./panel-facts.ts";
import type { PanelReportContent } from "./panel-report.ts";

type Material = Omit<PanelReportContent, "figures" | "balanceReason">;

/** What a report says beside its figures, as it stands now; `missing` counts the candidacies without a finding. */
export async function readReportMaterial(
  tx: Transaction,
  panel: PanelState,
): Promise<{ readonly missing: number; readonly content: Material }> {
  const vacancy = await tx.vacancy.findUniqueOrThrow({
    where: { id: panel.vacancyId },
    select: {
      post: { select: { level: true } },
      rubric: {
        select: {
          hash: true,
          levels: true,
          criteria: {
            orderBy: { position: "asc" },
            select: { id: true, code: true, name: true, weight: true },
          },
        },
      },
      panel: { select: { exceptionReason: true, members: { orderBy: { id: "asc" } } } },
    },
  });
  const candidacies = await tx.candidacy.findMany({
    where: { id: { in: [...panel.candidacyIds] } },
    orderBy: { id: "asc" },
    select: { id: true, person: { select: { gender: true } }, finding: true },
  });
  const members = vacancy.panel?.members ?? [];
  const judged = new Set(panel.candidacyIds);
  const recusals = new Map(
    panel.members.map(({ id, recusedFrom }) => [id, recusedFrom.filter((one) => judged.has(one)).length]),
  );
  return {
    missing: candidacies.filter(({ finding }) => finding === null).length,
    content: {
      v: 1,
      rubric: {
        hash: vacancy.rubric?.hash ?? "",
        levels: vacancy.rubric?.levels ?? 0,
        criteria: (vacancy.rubric?.criteria ?? []).map((one) => ({ ...one, name: inTwoLanguages(one.name) })),
      },
      composition: {
        level: vacancy.post.level,
        members: members.map(({ id, gender, nationality, external, chair }) => ({
          memberId: id,
          gender,
          nationality,
          external,
          chair,
          recusedFrom: recusals.get(id) ?? 0,
        })),
        exceptions: [...exceptionsNeeded(checkComposition(members, vacancy.post.level))],
        exceptionReason: vacancy.panel?.exceptionReason ?? null,
      },
      candidacies: candidacies.flatMap(({ id, person, finding }) =>
        finding
          ? [
              {
                candidacyId: id,
                gender: person.gender,
                outcome: finding.outcome,
                text: finding.text,
                findingVersion: finding.version,
              },
            ]
          : [],
      ),
    },
  };
}
