import type { Actor } from "#app/access/actor.ts";
import { answerInvitation } from "#app/cadre/answer-invitation.server.ts";
import { readVacancyDemand } from "#app/cadre/demand.queries.server.ts";
import { FIT_PER_PAGE, orderByFit } from "#app/cadre/fit-order.queries.server.ts";
import { inviteMember } from "#app/cadre/invite-member.server.ts";
import { keepProfile } from "#app/cadre/keep-profile.server.ts";
import { saveSearch } from "#app/cadre/keep-search.server.ts";
import type { MemberProfile } from "#app/cadre/member-profile.ts";
import { proposeMember } from "#app/cadre/propose-member.server.ts";
import { READINESS_LEVELS } from "#app/cadre/readiness.ts";
import { setCadreSettings } from "#app/cadre/set-cadre-settings.server.ts";
import { database } from "#app/platform/database.server.ts";
import type { Cast } from "./cast.ts";
import { keepPlans } from "./courses.ts";
import { DEMO_STATES, inventedPerson } from "./people.ts";
import { dayOn, onDay, sideBySide, told } from "./stage.ts";

const MEMBERS = 64;
const ROLE_KINDS = [
  "srsg",
  "forceCommander",
  "policeCommissioner",
  "chiefOfStaff",
  "dsrsgPolitical",
  "headOfSpm",
];

/** On which days from today the settings were changed: those who were found ready in between are due first. */
const SETTINGS = [
  {
    day: -396,
    version: 0,
    readinessMonths: 12,
    reason: "Invented: the first year is a trial for everybody.",
  },
  {
    day: -250,
    version: 1,
    readinessMonths: 36,
    reason: "Invented: after the trial a finding holds for three years.",
  },
] as const;

async function setSettings({ officer }: Cast) {
  for (const { day, ...settings } of SETTINGS)
    told(await onDay(day, () => setCadreSettings(officer, { ...settings, lapseMonths: 24 })));
}

/** A search kept before its members came, so that the officer has somebody new to look at. */
async function keepASearch({ officer }: Cast) {
  const search = { gender: "woman", level: "now", state: "active" } as const;
  told(await onDay(-400, () => saveSearch(officer, { name: "Women who are ready now", search })));
}

/** Proposes members from leadership courses; most agree, keep their profile, and are ready to be asked. */
export const fillCadre = (cast: Cast) =>
  sideBySide([
    () => setSettings(cast),
    () => keepASearch(cast),
    ...Array.from({ length: MEMBERS }, (_, n) => () => join(cast.officer, n)),
  ]);

async function join(officer: Actor, n: number) {
  const gender = n === 8 ? "notStated" : n % 5 < 2 ? "woman" : "man";
  const proposal = {
    ...inventedPerson(700 + n, gender === "woman" ? "woman" : "man"),
    gender,
    nationality: DEMO_STATES[(n * 11) % DEMO_STATES.length] ?? "GH",
    roleKindCode: ROLE_KINDS[n % ROLE_KINDS.length] ?? "srsg",
    level: READINESS_LEVELS[(n + Math.floor(n / ROLE_KINDS.length)) % READINESS_LEVELS.length] ?? "now",
    evidence: "Invented for the demonstration: assessed in a senior leadership course.",
  } as const;
  const { membershipId } = told(await onDay(-300 + n * 4, () => proposeMember(officer, proposal)));
  if (n % 4 === 3) return;
  const { person } = await database().cadreMembership.findUniqueOrThrow({
    where: { id: membershipId },
    select: { person: { select: { id: true, userId: true } } },
  });
  const member = { ...officer, userId: person.userId, personId: person.id, role: "candidate" as const };
  told(
    await onDay(-290 + n * 4, () => keepProfile(member, { membershipId, version: 0, profile: profileOf(n) })),
  );
  if (n < 3) await keepPlans(officer, member, membershipId);
}

/** What the n-th member says of themself; every seventh leaves out what need not be said. */
function profileOf(n: number): MemberProfile {
  const reticent = n % 7 === 6;
  return {
    availableFrom: dayOn(n * 2 - 30),
    availableUntil: n % 3 === 0 ? dayOn(500 + n * 5) : undefined,
    deployableWithin: reticent ? undefined : [30, 60, 90][n % 3],
    seniorYears: reticent ? undefined : 12 + (n % 14),
    fieldMissions: reticent ? undefined : n % 4,
    roleKindCodes: [],
    impossibleStates: [],
    languages: [
      { code: "en", level: 3 },
      { code: n % 3 === 1 ? "es" : "fr", level: 2 + (n % 2) },
      { code: "ar", level: n % 9 === 0 ? 2 : undefined },
    ],
    consents: n % 2 === 0 ? ["vacancies", "assessments"] : ["vacancies"],
  };
}

/** The secretariat invites the first two who fit an announced vacancy; one of them says that it interests them. */
export async function approachMembers({ officer }: Cast, postId: string) {
  const { id: vacancyId } = await database().vacancy.findFirstOrThrow({ where: { postId, state: "open" } });
  const asked = await readVacancyDemand(vacancyId);
  const ordered = asked ? await orderByFit(officer, asked.demand, { page: 1, perPage: FIT_PER_PAGE }) : [];
  const ids = ordered.toSorted((a, b) => a.place - b.place).map(({ membershipId }) => membershipId);
  const invitations = [];
  for (const membershipId of ids.slice(0, 3)) {
    const answer = await onDay(-1, () => inviteMember(officer, { vacancyId, membershipId }));
    if (answer.ok) invitations.push({ membershipId, ...answer.value });
  }
  const [first] = invitations;
  if (!first) throw new Error("The demo has nobody to invite");
  const { person } = await database().cadreMembership.findUniqueOrThrow({
    where: { id: first.membershipId },
    select: { person: { select: { id: true, userId: true } } },
  });
  const member = { ...officer, userId: person.userId, personId: person.id, role: "candidate" as const };
  const { invitationId } = first;
  told(await onDay(-1, () => answerInvitation(member, { invitationId, answer: "interested" })));
}
