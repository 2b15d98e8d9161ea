import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { createReport } from "#app/selection/create-report.server.ts";
import { declareConflicts } from "#app/selection/declare-conflicts.server.ts";
import type { FindingOutcome } from "#app/selection/finding.ts";
import { openPanel } from "#app/selection/open-panel.server.ts";
import type { ProposedPanel } from "#app/selection/panel.ts";
import { revealSheets } from "#app/selection/reveal-sheets.server.ts";
import type { DraftSheet } from "#app/selection/score-sheet.ts";
import { setPanel } from "#app/selection/set-panel.server.ts";
import { signReport } from "#app/selection/sign-report.server.ts";
import { submitScoreSheet } from "#app/selection/submit-score-sheet.server.ts";
import { writeFinding } from "#app/selection/write-finding.server.ts";
import { must } from "./must.ts";
import { anAccount, aScreenedVacancy } from "./screened-vacancy.ts";

type Member = ProposedPanel["members"][number];

/** A panel under way, with everybody who acts on it. */
export interface PanelStory {
  readonly vacancyId: string;
  readonly panelId: string;
  readonly candidacyIds: readonly string[];
  readonly criterionIds: readonly string[];
  readonly officer: Actor;
  readonly chair: Actor;
  /** All members, the chair first. */
  readonly members: readonly Actor[];
}

const SEATS = [
  { gender: "woman", nationality: "JO", external: true, chair: true },
  { gender: "man", nationality: "SN", external: true, chair: false },
  { gender: "man", nationality: "KE", external: false, chair: false },
] as const;

const NOMINEES = [
  { gender: "woman", state: "UY" },
  { gender: "man", state: "GH" },
  { gender: "woman", state: "NP" },
] as const;

/** The panel as the secretariat would propose it: the accounts given, seated in order. */
export const proposal = (members: readonly Actor[], changes: Partial<ProposedPanel> = {}): ProposedPanel => ({
  version: 0,
  scoringDueOn: "2099-12-31",
  exceptionReason: "",
  members: members.map((actor, n): Member => {
    const seat = SEATS[n] ?? { gender: "woman", nationality: "FI", external: true, chair: false };
    return { userId: actor.userId ?? "", ...seat };
  }),
  ...changes,
});

/** A panel chosen for a vacancy whose nominees have been screened in; nobody has been invited. */
export async function aPanel(
  nominees: Parameters<typeof aScreenedVacancy>[0] = NOMINEES,
): Promise<PanelStory> {
  const vacancy = await aScreenedVacancy(nominees);
  const officer = await anAccount("secretariat", "Officer");
  const chair = await anAccount("panelMember", "Chair");
  const members = [chair, await anAccount("panelMember", "Second"), await anAccount("panelMember", "Third")];
  const { panelId } = must(
    await setPanel(officer, { vacancyId: vacancy.vacancyId, panel: proposal(members) }),
  );
  const criteria = await database().criterion.findMany({
    where: { rubric: { vacancyId: vacancy.vacancyId } },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  return { ...vacancy, panelId, criterionIds: criteria.map(({ id }) => id), officer, chair, members };
}

/** A panel whose members have been invited. */
export async function anInvitedPanel(nominees?: Parameters<typeof aScreenedVacancy>[0]): Promise<PanelStory> {
  const story = await aPanel(nominees);
  must(await openPanel(story.officer, story));
  return story;
}

/** Declares on every candidacy the member is asked about: a conflict with those named, none with the others. */
export async function declare(story: PanelStory, member: Actor, conflictsWith: readonly string[] = []) {
  const recused = await database().conflict.findMany({
    where: { member: { panelId: story.panelId, userId: member.userId ?? "" } },
    select: { candidacyId: true },
  });
  const known = new Set(recused.map(({ candidacyId }) => candidacyId));
  const declarations = story.candidacyIds
    .filter((id) => !known.has(id))
    .map((candidacyId) =>
      conflictsWith.includes(candidacyId)
        ? {
            candidacyId,
            answer: "conflict" as const,
            kind: "workedTogether" as const,
            note: "We shared an office.",
          }
        : { candidacyId, answer: "none" as const, note: "" },
    );
  return declareConflicts(member, { panelId: story.panelId, declarations });
}

/** A panel whose members have all declared, without a conflict: files are open. */
export async function anOpenPanel(nominees?: Parameters<typeof aScreenedVacancy>[0]): Promise<PanelStory> {
  const story = await anInvitedPanel(nominees);
  for (const member of story.members) must(await declare(story, member));
  return story;
}

const EVIDENCE = "The file shows it in the talks of 2019 and again in 2022.";

/** A sheet filled in whole, one level a criterion in turn. */
export const aSheet = (story: PanelStory, levels: readonly number[], version = 0): DraftSheet => ({
  version,
  entries: story.criterionIds.map((criterionId, n) => ({
    criterionId,
    level: levels[n % levels.length] ?? 1,
    notObserved: false,
    evidence: EVIDENCE,
  })),
});

/** Submits every sheet still owed: the earlier a candidacy stands, the better it is scored. */
export async function scoreAll(story: PanelStory) {
  for (const [m, member] of story.members.entries()) {
    for (const [c, candidacyId] of story.candidacyIds.entries()) {
      const first = Math.max(1, 4 - c);
      const sheet = aSheet(story, [first, Math.max(1, first - (m % 2)), first, first]);
      const answer = await submitScoreSheet(member, { panelId: story.panelId, candidacyId, sheet });
      if (!answer.ok && answer.refusal.code !== "notFound" && answer.refusal.code !== "sheetSubmitted")
        must(answer);
    }
  }
}

/** A panel whose sheets are open to each other. */
export async function aRevealedPanel(nominees?: Parameters<typeof aScreenedVacancy>[0]): Promise<PanelStory> {
  const story = await anOpenPanel(nominees);
  await scoreAll(story);
  must(await revealSheets(story.chair, story));
  return story;
}

const FINDING =
  "The panel finds the candidate's record in mediation borne out by the file and by every member's evidence.";

/** Writes the findings: the outcome of each candidacy in turn, the last one for all that follow. */
export async function findAll(
  story: PanelStory,
  outcomes: readonly FindingOutcome[] = ["recommended", "recommended", "suitable"],
) {
  for (const [n, candidacyId] of story.candidacyIds.entries()) {
    const outcome = outcomes[n] ?? outcomes.at(-1) ?? "suitable";
    const finding = { version: 0, outcome, text: FINDING };
    must(await writeFinding(story.chair, { panelId: story.panelId, candidacyId, finding }));
  }
}

/** A panel with its report made, unsigned. */
export async function aReport(nominees?: Parameters<typeof aScreenedVacancy>[0]) {
  const story = await aRevealedPanel(nominees);
  await findAll(story);
  const { reportId } = must(await createReport(story.chair, { panelId: story.panelId, balanceReason: "" }));
  return { ...story, reportId };
}

/** A panel whose report all members have signed: the decision waits. */
export async function aSignedReport(nominees?: Parameters<typeof aScreenedVacancy>[0]) {
  const story = await aReport(nominees);
  for (const member of story.members) {
    const { panelId, reportId } = story;
    must(await signReport(member, { panelId, reportId, dissent: null }));
  }
  return story;
}
