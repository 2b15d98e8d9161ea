import type { Actor } from "#app/access/actor.ts";
import type { Gender } from "#app/gender/counts.ts";
import { database } from "#app/platform/database.server.ts";
import { graceEnd } from "#app/selection/call/call.ts";
import type { CallDraft } from "#app/selection/call/call-draft.ts";
import { draftCall } from "#app/selection/call/draft-call.server.ts";
import { publishCall } from "#app/selection/call/publish-call.server.ts";
import { addPost } from "#app/selection/needs/add-post.server.ts";
import type { StatedNeeds } from "#app/selection/needs/needs.ts";
import { setNeeds } from "#app/selection/needs/set-needs.server.ts";
import { DEFAULT_CRITERIA } from "#app/selection/rubric/default-rubric.ts";
import { draftVacancy } from "#app/selection/vacancy/draft-vacancy.server.ts";
import type { VacancyDraft } from "#app/selection/vacancy/vacancy.ts";
import { must } from "./must.ts";
import { aDraftFile, callOf, submitDrafts } from "./nominee-story.ts";
import { anAccount } from "./screened-vacancy.ts";

/** Needs as a form would state them: everything somewhat, mediation decisively. */
export const someNeeds = (): StatedNeeds => ({
  phase: "transition",
  hostContext: "Parties that talk to each other only through the mission; elections within the year.",
  security: "Armed groups hold the roads outside the capital; convoys move under escort only.",
  mandateTasks: ["Protection of civilians", "Support to the political process"],
  languages: ["en", "fr"],
  needs: DEFAULT_CRITERIA.map(({ code }) => ({
    criterionCode: code,
    level: code === "C1" ? 3 : 1,
    why: "The mandate asks for it in so many words.",
  })),
});

export const someDraft = (postId: string): VacancyDraft => ({
  postId,
  shortlistSize: 3,
  seniorYears: 15,
  fieldMissions: 1,
  deployableDays: 90,
  languages: ["en"],
  excludeHost: true,
});

/** A post of a real mission that nobody else in the test's database uses. */
export async function aPost(officer: Actor, acronym = "MINUSCA", roleKindCode = "srsg", level = "USG") {
  const mission = await database().mission.findUniqueOrThrow({ where: { acronym }, select: { id: true } });
  const { postId } = must(await addPost(officer, { missionId: mission.id, roleKindCode, level }));
  return { missionId: mission.id, postId };
}

/** A drafted vacancy for a post whose mission has stated its needs. */
export async function aDraft(acronym?: string, roleKindCode?: string, level?: string) {
  const officer = await anAccount("secretariat", "Officer");
  const post = await aPost(officer, acronym, roleKindCode, level);
  const before = await database().missionNeeds.count({ where: { missionId: post.missionId } });
  if (before === 0)
    must(await setNeeds(officer, { missionId: post.missionId, basedOn: 0, needs: someNeeds() }));
  const { vacancyId } = must(await draftVacancy(officer, someDraft(post.postId)));
  return { officer, ...post, vacancyId };
}

export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

/** A call for some vacancies, addressed to every state, that is open for so many days from when it is published. */
export const someCall = (
  vacancyIds: readonly string[],
  days = 30,
  changes: Partial<CallDraft> = {},
): CallDraft => ({
  listRule: "none",
  listNumbers: null,
  targetedStateCodes: [],
  selfNomination: false,
  opensAt: null,
  closesAt: inDays(days),
  timeZone: "America/New_York",
  graceMinutes: 0,
  content: {
    kind: "vacancies",
    vacancyIds,
    decisionDueOn: inDays(days + 60)
      .toISOString()
      .slice(0, 10),
  },
  ...changes,
});

/** A call for the cadre at large. */
export const someGlobalCall = (changes: Partial<CallDraft> = {}): CallDraft => ({
  ...someCall([]),
  listRule: "parityPlus2024",
  content: {
    kind: "global",
    title: { en: "Global call for heads and deputy heads of mission", fr: "Appel mondial" },
    description: { en: "Whoever is found suitable joins the cadre and is asked when a post falls vacant." },
    roleKindCodes: ["srsg"],
    seniorYears: 15,
    fieldMissions: 1,
    languages: ["en"],
  },
  ...changes,
});

/** Drafts a call and publishes it. */
export async function published(officer: Actor, draft: CallDraft) {
  const { callId } = must(await draftCall(officer, { draft }));
  return { callId, ...must(await publishCall(officer, { callId })) };
}

/** A call for one vacancy that is open to nominations. */
export async function anOpenCall(
  acronym?: string,
  roleKindCode?: string,
  level?: string,
  changes: Partial<CallDraft> = {},
) {
  const draft = await aDraft(acronym, roleKindCode, level);
  const call = await published(draft.officer, someCall([draft.vacancyId], 30, changes));
  return { ...draft, ...call };
}

interface MovedHours {
  readonly opensAt?: Date;
  readonly closesAt: Date;
  readonly graceMinutes?: number;
}

/** Sets the hours of a vacancy's call as if it had been published so: to live through its end without waiting. */
export async function moveCall(vacancyId: string, { opensAt, closesAt, graceMinutes = 0 }: MovedHours) {
  const { callId } = await database().vacancy.findUniqueOrThrow({
    where: { id: vacancyId },
    select: { callId: true },
  });
  await database().call.update({
    where: { id: callId ?? "" },
    data: {
      opensAt: opensAt ?? inDays(-60),
      closesAt,
      graceMinutes,
      takesUntil: graceEnd(closesAt, graceMinutes),
    },
  });
}

export const aFocalPoint = (stateCode: string) =>
  anAccount("focalPoint", `Focal ${stateCode}`, { stateCode });

/** One nomination by a state, with the nominee's candidacy. */
export async function aNomination(vacancyId: string, stateCode = "GH", gender: Gender = "woman") {
  const focalPoint = await aFocalPoint(stateCode);
  const callId = await callOf(vacancyId);
  const { draftId, version, file } = await aDraftFile(focalPoint, callId, { gender, vacancies: [vacancyId] });
  must(await submitDrafts(focalPoint, callId, [{ draftId, version }], "Nobody else was available in time."));
  const nomination = await database().nomination.findFirstOrThrow({
    where: { draftId, vacancyId },
    select: {
      id: true,
      candidacy: { select: { id: true, personId: true, person: { select: { userId: true } } } },
    },
  });
  return {
    focalPoint,
    nomination: file,
    draftId,
    nominationId: nomination.id,
    candidacyId: nomination.candidacy?.id ?? "",
    personId: nomination.candidacy?.personId ?? "",
    userId: nomination.candidacy?.person.userId ?? "",
  };
}
