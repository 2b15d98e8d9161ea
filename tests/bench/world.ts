import { randomUUID } from "node:crypto";
import { database } from "#app/platform/database.server.ts";
import { CLEARANCE_KINDS } from "#app/selection/clearance/clearance.ts";
import type { CandidacyState, VacancyState } from "#app/selection/lifecycle.ts";
import type { PanelPhase } from "#app/selection/panel/phase.ts";
import { GROUP_SHARES } from "#app/selection/rubric/criterion-group.ts";
import { DEFAULT_CRITERIA } from "#app/selection/rubric/default-rubric.ts";
import { RUBRIC_LEVELS, rubricFromNeeds } from "#app/selection/rubric/rubric.ts";
import { rubricHash } from "#app/selection/rubric/rubric-hash.ts";
import { requirementsFrom, USUAL_REQUIREMENTS } from "#app/selection/screening/requirements.ts";

/** How many criteria the measured rubric has. */
export const CRITERIA = 12;
/** Four criteria of the default rubric are not needed. */
const NOT_NEEDED = ["C8", "C9", "N3"];

const LONG_AGO = new Date("2020-01-01T00:00:00Z");
/** When the calls of the bench opened: a month before they closed. */
const LONGER_AGO = new Date(LONG_AGO.getTime() - 30 * 86_400_000);
const LATER = new Date("2099-12-31T00:00:00Z");
const list = <T>(length: number, make: (index: number) => T) =>
  Array.from({ length }, (_, index) => make(index));
const ordinal = (n: number) => String(n + 1).padStart(3, "0");

interface VacancyWish {
  readonly roleKindCode: string;
  readonly state: VacancyState;
  readonly states: readonly CandidacyState[];
}

/** An account that signs in as the demo's do. */
export async function anAccountOf(role: "secretariat" | "panelMember", name: string): Promise<string> {
  const { id } = await database().user.create({
    data: {
      id: randomUUID(),
      name,
      email: `${randomUUID()}@example.org`,
      emailVerified: true,
      demo: true,
      roles: { create: { role } },
    },
  });
  return id;
}

/** A published vacancy of a real mission with a candidacy in each of the states given, each nominated by a state. */
export async function aVacancyOf({ roleKindCode, state, states }: VacancyWish) {
  const { rubricId, vacancyId, callId } = await publishedVacancy(roleKindCode, state);
  const nominating = await database().state.findMany({ orderBy: { code: "asc" }, select: { code: true } });
  const stateOf = (n: number) => nominating[(n * 7) % nominating.length]?.code ?? "GH";
  const people = states.map((_, n) => ({
    id: randomUUID(),
    givenName: `Sample ${ordinal(n)}`,
    familyName: `Candidate ${ordinal((n * 37) % states.length)}`,
    email: `${randomUUID()}@example.org`,
    gender: n % 2 ? ("man" as const) : ("woman" as const),
    nationalities: [stateOf(n)],
  }));
  const candidacies = states.map((candidacyState, n) => ({
    id: randomUUID(),
    vacancyId,
    personId: people[n]?.id ?? "",
    nominationId: randomUUID(),
    state: candidacyState,
    attestedAt: LONG_AGO,
  }));
  await database().person.createMany({ data: people });
  await database().nomination.createMany({
    data: candidacies.map(({ nominationId, personId }, n) => ({
      id: nominationId,
      vacancyId,
      callId,
      personId,
      stateCode: stateOf(n),
      nominatedById: "bench",
      statement: "Led the political component of two missions through elections that both sides accepted.",
      certified: true,
      statedGivenName: people[n]?.givenName ?? "",
      statedFamilyName: people[n]?.familyName ?? "",
      statedEmail: people[n]?.email ?? "",
      statedGender: people[n]?.gender ?? "notStated",
      submissionKey: randomUUID(),
    })),
  });
  await database().candidacy.createMany({ data: candidacies });
  await database().clearance.createMany({
    data: candidacies.flatMap(({ id }, n) =>
      CLEARANCE_KINDS.map((kind, k) => ({
        candidacyId: id,
        kind,
        outcome: (n + k) % 5 === 0 ? ("pending" as const) : ("clear" as const),
        validUntil: LATER,
        dueOn: LATER,
      })),
    ),
  });
  const criteria = await database().criterion.findMany({
    where: { rubricId },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  return {
    vacancyId,
    candidacyIds: candidacies.map(({ id }) => id),
    criterionIds: criteria.map(({ id }) => id),
  };
}

async function publishedVacancy(roleKindCode: string, state: VacancyState) {
  const mission = await database().mission.findFirstOrThrow({
    where: { endsOn: null },
    orderBy: { acronym: "asc" },
    select: { id: true },
  });
  const post = await database().post.create({
    data: { missionId: mission.id, roleKindCode, level: "USG" },
    select: { id: true },
  });
  const known = await database().missionNeeds.findFirst({ where: { missionId: mission.id } });
  const needs =
    known ??
    (await database().missionNeeds.create({
      data: {
        missionId: mission.id,
        version: 1,
        phase: "transition",
        hostContext: "Elections within the year.",
        mandateTasks: ["Protection of civilians"],
        languages: ["en"],
        setById: "bench",
      },
    }));
  const call = await database().call.create({
    data: {
      reference: `BENCH-${roleKindCode}`,
      kind: "vacancies",
      state: state === "draft" ? "draft" : "closed",
      opensAt: LONGER_AGO,
      closesAt: LONG_AGO,
      takesUntil: LONG_AGO,
      publishedAt: LONGER_AGO,
      closedAt: LONG_AGO,
      createdById: "bench",
    },
    select: { id: true },
  });
  const vacancy = await database().vacancy.create({
    data: {
      reference: `BENCH-${roleKindCode}`,
      postId: post.id,
      needsId: needs.id,
      state,
      requirements: requirementsFrom({ ...USUAL_REQUIREMENTS, languages: [], hostStates: [] }).map((one) => ({
        ...one,
      })),
      shortlistSize: 5,
      callId: call.id,
      createdById: "bench",
    },
    select: { id: true },
  });
  const criteria = rubricFromNeeds(
    DEFAULT_CRITERIA,
    new Map(DEFAULT_CRITERIA.map(({ code }) => [code, NOT_NEEDED.includes(code) ? 0 : 2])),
  );
  if (criteria.length !== CRITERIA) throw new Error(`The rubric has ${criteria.length} criteria.`);
  const rubric = await database().rubric.create({
    data: { vacancyId: vacancy.id, levels: RUBRIC_LEVELS },
    select: { id: true },
  });
  await database().criterion.createMany({
    data: criteria.map(({ name, definition, anchors, ...facts }) => ({
      rubricId: rubric.id,
      ...facts,
      name: { ...name },
      definition: { ...definition },
      anchors: anchors.map((anchor) => ({ ...anchor })),
    })),
  });
  await database().rubric.update({
    where: { id: rubric.id },
    data: {
      frozenAt: LONG_AGO,
      hash: rubricHash({ levels: RUBRIC_LEVELS, shares: GROUP_SHARES, criteria, textVersion: 1 }),
    },
  });
  return { callId: call.id, vacancyId: vacancy.id, rubricId: rubric.id };
}

/** A panel of members who have declared and are recused from nobody, the first of them the chair. */
export async function aPanelOf(vacancyId: string, phase: PanelPhase, size: number) {
  const userIds: string[] = [];
  for (const n of list(size, (index) => index)) {
    userIds.push(await anAccountOf("panelMember", `Member ${ordinal(n)}`));
  }
  const { id: panelId } = await database().panel.create({
    data: { vacancyId, phase, revealedAt: phase === "desk" ? null : LONG_AGO, scoringDueOn: LATER },
    select: { id: true },
  });
  const members = userIds.map((userId, n) => ({
    id: randomUUID(),
    panelId,
    userId,
    chair: n === 0,
    gender: n % 2 ? ("man" as const) : ("woman" as const),
    nationality: "FI",
    external: n % 2 === 0,
    declaredAt: LONG_AGO,
  }));
  await database().panelMember.createMany({ data: members });
  return { panelId, userIds, memberIds: members.map(({ id }) => id) };
}

/** What one member marked of one candidacy: a level a criterion, in their order; null where nothing was observed. */
export interface Marked {
  readonly candidacyId: string;
  readonly memberId: string;
  readonly levels: readonly (number | null)[];
}

const EVIDENCE =
  "The file shows it in the talks of 2019, and three references say the same of 2022 and since.";

/** Submits whole sheets, all at once. */
export async function submitSheets(criterionIds: readonly string[], marked: readonly Marked[]) {
  const sheets = marked.map((sheet) => ({ ...sheet, id: randomUUID() }));
  await database().scoreSheet.createMany({
    data: sheets.map(({ id, candidacyId, memberId }) => ({
      id,
      candidacyId,
      memberId,
      version: 1,
      submittedAt: LONG_AGO,
    })),
  });
  await database().$executeRaw`
    insert into "ScoreEntry" ("sheetId", "criterionId", "level", "notObserved", "evidence")
    select "sheet", "criterion", "level", "level" is null, ${EVIDENCE}
    from unnest(
      ${sheets.flatMap(({ id, levels }) => levels.map(() => id))}::uuid[],
      ${sheets.flatMap(({ levels }) => levels.map((_, n) => criterionIds[n] ?? ""))}::uuid[],
      ${sheets.flatMap(({ levels }) => levels)}::int[]) as marks ("sheet", "criterion", "level")`;
}
