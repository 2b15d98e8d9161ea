import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { declareConflicts } from "#app/selection/conflict/declare-conflicts.server.ts";
import { arrangeInterview } from "#app/selection/interview/arrange-interview.server.ts";
import type { ProposedInterview } from "#app/selection/interview/interview.ts";
import { openPanel } from "#app/selection/panel/open-panel.server.ts";
import type { ProposedPanel } from "#app/selection/panel/panel.ts";
import { setPanel } from "#app/selection/panel/set-panel.server.ts";
import { createReport } from "#app/selection/report/create-report.server.ts";
import type { FindingOutcome, WrittenFinding } from "#app/selection/report/finding.ts";
import { signReport } from "#app/selection/report/sign-report.server.ts";
import { writeFinding } from "#app/selection/report/write-finding.server.ts";
import { revealSheets } from "#app/selection/sheet/reveal-sheets.server.ts";
import type { DraftSheet } from "#app/selection/sheet/score-sheet.ts";
import { submitScoreSheet } from "#app/selection/sheet/submit-score-sheet.server.ts";
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
  { gender: "woman", nationality: "JO", external: true, chair: true, level: "USG", field: "political" },
  { gender: "man", nationality: "SN", external: true, chair: false, level: "USG", field: "military" },
  { gender: "man", nationality: "KE", external: false, chair: false, level: "D-2", field: "police" },
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
  exceptions: [],
  interview: false,
  blind: false,
  calibrates: false,
  noSampleReason: "The same members calibrated on a case last month.",
  members: members.map((actor, n): Member => {
    const seat =
      SEATS[n] ??
      ({
        ...{ gender: "woman", nationality: "FI", external: true, chair: false },
        ...{ level: "", field: "" },
      } as const);
    return { userId: actor.userId ?? "", ...seat };
  }),
  ...changes,
});

/** A panel chosen for a vacancy whose nominees have been screened in; nobody has been invited. */
export async function aPanel(
  nominees: Parameters<typeof aScreenedVacancy>[0] = NOMINEES,
  changes: Partial<ProposedPanel> = {},
  weights?: readonly number[],
): Promise<PanelStory> {
  const vacancy = await aScreenedVacancy(nominees, weights);
  const officer = await anAccount("secretariat", "Officer");
  const chair = await anAccount("panelMember", "Chair");
  const members = [chair, await anAccount("panelMember", "Second"), await anAccount("panelMember", "Third")];
  const { panelId } = must(
    await setPanel(officer, { vacancyId: vacancy.vacancyId, panel: proposal(members, changes) }),
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

/** A panel that interviews, whose members have declared. */
export async function anInterviewPanel(weights?: readonly number[]): Promise<PanelStory> {
  const story = await aPanel(undefined, { interview: true }, weights);
  must(await openPanel(story.officer, story));
  for (const member of story.members) must(await declare(story, member));
  return story;
}

/** Time goes by: the interviews that are set lie behind. */
export const interviewsPass = ({ vacancyId }: Pick<PanelStory, "vacancyId">) =>
  database().$executeRaw`
    update "InterviewSlot" set "startsAt" = "startsAt" - interval '60 days'
    where "startsAt" > now() and "candidacyId" in (
      select "id" from "Candidacy" where "vacancyId" = ${vacancyId}::uuid)`;

/** Submits every sheet of a round: one level, on the criteria that the round has; interviews are over by then. */
export async function scoreRound(story: PanelStory, criterionIds: readonly string[], level = 3) {
  await interviewsPass(story);
  for (const member of story.members) {
    for (const candidacyId of story.candidacyIds) {
      const sheet = aSheet({ ...story, criterionIds }, [level]);
      must(await submitScoreSheet(member, { panelId: story.panelId, candidacyId, sheet }));
    }
  }
}

/** An hour so many days from now, as the form would give it. */
export const anHour = (days: number, version = 0): ProposedInterview => ({
  ...{ version, durationMinutes: 60, channel: "video", place: "", timeZone: "Africa/Nairobi" },
  startsAt: new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + days * 86_400_000),
});

/** A panel that has compared its desk sheets, with a time for every candidate if asked. */
export async function aComparedPanel({
  arranged = false,
  weights,
}: {
  readonly arranged?: boolean;
  readonly weights?: readonly number[];
} = {}): Promise<PanelStory> {
  const story = await anInterviewPanel(weights);
  await scoreRound(story, story.criterionIds.slice(0, 3));
  must(await revealSheets(story.chair, story));
  if (!arranged) return story;
  const { panelId, officer } = story;
  for (const [n, candidacyId] of story.candidacyIds.entries())
    must(await arrangeInterview(officer, { panelId, candidacyId, interview: anHour(n + 1) }));
  return story;
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

const FOUND = "Borne out by the file and by every member.";
const DEPARTS = "On reading the file together the panel agreed on another level.";

/** A finding that may be written: one level a criterion in turn, with the reasons that go with its outcome. */
export const aFinding = (
  story: Pick<PanelStory, "criterionIds">,
  outcome: FindingOutcome,
  levels: readonly number[] = [3],
  version = 0,
): WrittenFinding => ({
  version,
  outcome,
  reasonCodes: outcome === "recommended" ? ["fitsMission"] : ["experienceToCome"],
  text: FINDING,
  criteria: story.criterionIds.map((criterionId, n) => ({
    criterionId,
    level: levels[n % levels.length] ?? 1,
    notObserved: false,
    text: FOUND,
    reason: DEPARTS,
  })),
});

/** Writes the findings: the outcome of each candidacy in turn, the last one for all that follow. */
export async function findAll(
  story: PanelStory,
  outcomes: readonly FindingOutcome[] = ["recommended", "recommended", "suitable"],
) {
  for (const [n, candidacyId] of story.candidacyIds.entries()) {
    const outcome = outcomes[n] ?? outcomes.at(-1) ?? "suitable";
    const finding = aFinding(story, outcome);
    must(await writeFinding(story.chair, { panelId: story.panelId, candidacyId, finding }));
  }
}

/** Makes the report of a panel that has found on everybody, and has every member sign it. */
export async function signReportOf(story: PanelStory) {
  const { panelId } = story;
  const { reportId } = must(await createReport(story.chair, { panelId, balanceReason: "" }));
  for (const member of story.members) must(await signReport(member, { panelId, reportId, dissent: null }));
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
