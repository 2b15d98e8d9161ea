import type { Transaction } from "#app/platform/database.server.ts";
import { inTwoLanguages } from "#app/selection/in-two-languages.ts";
import { knownExceptions } from "#app/selection/panel/panel-composition.ts";
import { invitedOf, type PanelState, recusalsAmong } from "#app/selection/panel/panel-facts.ts";
import { readRubricChanges } from "#app/selection/rubric/rubric-changes.queries.server.ts";
import { findingReasonsIn } from "./finding-reasons.ts";
import { type ListedOutcome, listOutcomes } from "./list-outcomes.ts";
import type { NewReport } from "./panel-report.ts";

type Material = Omit<NewReport, "figures" | "method" | "balanceReason">;

interface Found {
  /** Candidacies judged without a finding. */
  readonly missing: number;
  /** Candidacies not judged whose case has not ended, or ended without a reason. */
  readonly open: number;
  readonly content: Material;
}

/** What a report says beside its figures, as it stands now, and what it still wants. */
export async function readReportMaterial(tx: Transaction, panel: PanelState): Promise<Found> {
  const { vacancy, rubric, composition } = await readSetting(tx, panel);
  const candidacies = await readFindings(tx, panel);
  const { outcomes, open } = await readOthers(tx, panel);
  return {
    missing: candidacies.filter((one) => one === null).length,
    open,
    content: {
      v: 2,
      rubric,
      composition: { level: vacancy.post.level, ...composition },
      rounds: await readRounds(tx, panel),
      rubricChanges: [...((await readRubricChanges(tx, [panel.vacancyId])).get(panel.vacancyId) ?? [])],
      conflicts: await readConflicts(tx, panel),
      candidacies: candidacies.flatMap((one) => one ?? []),
      others: outcomes.map((one) => ({ ...one, codes: [...one.codes] })),
    },
  };
}

async function readSetting(tx: Transaction, panel: PanelState) {
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
      panel: { select: { exceptions: { orderBy: { rule: "asc" } }, members: { orderBy: { id: "asc" } } } },
    },
  });
  const members = vacancy.panel?.members ?? [];
  const recusals = recusalsAmong(panel, panel.candidacyIds);
  return {
    vacancy,
    rubric: {
      hash: vacancy.rubric?.hash ?? "",
      levels: vacancy.rubric?.levels ?? 0,
      criteria: (vacancy.rubric?.criteria ?? []).map((one) => ({ ...one, name: inTwoLanguages(one.name) })),
    },
    composition: {
      members: members.map(({ id, gender, nationality, external, chair }) => ({
        ...{ memberId: id, gender, nationality, external, chair },
        recusedFrom: recusals.get(id) ?? 0,
      })),
      exceptions: knownExceptions(vacancy.panel?.exceptions ?? []),
    },
  };
}

/** The finding on each candidacy judged, in the order of their ids; null where there is none yet. */
async function readFindings(tx: Transaction, panel: PanelState) {
  const candidacies = await tx.candidacy.findMany({
    where: { id: { in: [...panel.candidacyIds] } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      person: { select: { gender: true } },
      finding: {
        include: { criteria: { select: { criterionId: true, level: true, text: true, reason: true } } },
      },
    },
  });
  const recused = (id: string) => panel.members.filter(({ recusedFrom }) => recusedFrom.includes(id)).length;
  return candidacies.map(
    ({ id, person, finding }) =>
      finding && {
        candidacyId: id,
        gender: person.gender,
        judges: panel.members.length - recused(id),
        outcome: finding.outcome,
        reasonCodes: [...findingReasonsIn(finding.reasonCodes)],
        text: finding.text,
        criteria: finding.criteria,
        findingVersion: finding.version,
      },
  );
}

/** Which rounds the panel went through, when, and who was heard. */
async function readRounds(tx: Transaction, panel: PanelState): Promise<NewReport["rounds"]> {
  const { noSampleReason, periods, calibration, shortlist } = await tx.panel.findUniqueOrThrow({
    where: { id: panel.id },
    select: {
      noSampleReason: true,
      periods: {
        where: { openedAt: { not: null } },
        orderBy: { openedAt: "asc" },
        select: { phase: true, openedAt: true, closedAt: true },
      },
      calibration: { select: { openReason: true } },
      shortlist: {
        select: {
          balanceReason: true,
          passedOver: { orderBy: { candidacyId: "asc" }, select: { candidacyId: true, reason: true } },
        },
      },
    },
  });
  const sheets = await tx.sampleSheet.count({
    where: { member: { panelId: panel.id }, submittedAt: { not: null } },
  });
  const judged = new Set(panel.candidacyIds);
  const held = { held: true, reason: calibration?.openReason ?? "", sheets };
  const skipped = noSampleReason === "" ? null : { held: false, reason: noSampleReason, sheets };
  return {
    calibration: panel.calibrates ? held : skipped,
    blind: panel.blind,
    interview: panel.interview,
    phases: periods.flatMap(({ phase, openedAt, closedAt }) =>
      openedAt
        ? [{ phase, openedAt: openedAt.toISOString(), closedAt: closedAt?.toISOString() ?? null }]
        : [],
    ),
    heard: panel.interview ? [...invitedOf(panel)] : [],
    passedOver: (shortlist?.passedOver ?? []).filter(({ candidacyId }) => judged.has(candidacyId)),
    balanceReason: shortlist?.balanceReason ?? "",
  };
}

/** From which sources recusals came, counted by member and source. */
async function readConflicts(tx: Transaction, panel: PanelState) {
  const counted = await tx.conflict.groupBy({
    by: ["memberId", "source"],
    where: { member: { panelId: panel.id }, candidacyId: { in: [...panel.candidacyIds] } },
    orderBy: [{ memberId: "asc" }, { source: "asc" }],
    _count: { _all: true },
  });
  return counted.map(({ memberId, source, _count }) => ({ memberId, source, count: _count._all }));
}

/** How everybody else's case for the vacancy ended. */
async function readOthers(
  tx: Transaction,
  panel: PanelState,
): Promise<{ readonly outcomes: readonly ListedOutcome[]; readonly open: number }> {
  const candidacies = await tx.candidacy.findMany({
    where: { vacancyId: panel.vacancyId, id: { notIn: [...panel.candidacyIds] } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      state: true,
      screening: { select: { reasonCodes: true } },
      stages: { where: { stage: "consented" }, select: { stage: true } },
    },
  });
  const { outcomes, open } = listOutcomes(
    candidacies.map(({ id, state, screening, stages }) => ({
      candidacyId: id,
      state,
      consented: stages.length > 0,
      screeningReasons: screening?.reasonCodes ?? [],
    })),
  );
  return { outcomes, open: open.length };
}
