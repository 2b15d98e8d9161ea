import { randomUUID } from "node:crypto";
import type { Actor, Role } from "#app/access/actor.ts";
import type { Gender } from "#app/gender/counts.ts";
import { database } from "#app/platform/database.server.ts";
import { CLEARANCE_KINDS } from "#app/selection/clearance/clearance.ts";
import { statedColumns } from "#app/selection/nomination/known-nominee.ts";

export async function anAccount(role: Role, name: string, changes: Partial<Actor> = {}): Promise<Actor> {
  const id = randomUUID();
  await database().user.create({
    data: {
      id,
      name,
      email: `${id}@example.org`,
      roles: { create: { role, stateCode: changes.stateCode ?? null } },
    },
  });
  return {
    userId: id,
    personId: null,
    name,
    role,
    stateCode: null,
    roles: [{ role, stateCode: null }],
    locale: "en",
    timeZone: "UTC",
    ...changes,
  };
}

const DAY = 86_400_000;
const STATES = ["UY", "GH", "NP", "FI", "BD", "RW", "KE", "FR", "SN", "JO"];

/** @param weights of the four criteria, in millionths: the first is judged by the desk alone, the last in the interview alone */
export async function aScreenedVacancy(
  nominees: readonly { gender: Gender; state: string }[],
  weights: readonly number[] = [250_000, 250_000, 250_000, 250_000],
) {
  const db = database();
  await db.state.createMany({
    data: STATES.map((code, n) => ({
      code,
      iso3: `${code}X`,
      m49: String(n),
      status: "member" as const,
      regionalGroup: "WEOG",
      nameAr: code,
      nameZh: code,
      nameEn: code,
      nameFr: code,
      nameRu: code,
      nameEs: code,
    })),
    skipDuplicates: true,
  });
  await db.roleKind.createMany({
    data: [
      {
        code: "srsg",
        nameEn: "Special Representative",
        nameFr: "Représentant spécial",
        component: "civilian",
        levels: ["USG"],
        isHead: true,
        isDeputy: false,
        position: 1,
      },
    ],
    skipDuplicates: true,
  });
  const tag = randomUUID().slice(0, 8);
  const mission = await db.mission.create({
    data: {
      acronym: `UN${tag}`,
      nameEn: "Mission",
      nameFr: "Mission",
      kind: "peacekeeping",
      host: "X",
      headquarters: "Y",
      startsOn: new Date("2020-01-01"),
    },
  });
  const post = await db.post.create({ data: { missionId: mission.id, roleKindCode: "srsg", level: "USG" } });
  const needs = await db.missionNeeds.create({
    data: {
      missionId: mission.id,
      version: 1,
      phase: "steady",
      hostContext: "x",
      mandateTasks: [],
      languages: [],
      setById: "x",
    },
  });
  const yesterday = new Date(Date.now() - DAY);
  const call = await db.call.create({
    data: {
      reference: `V-${tag}`,
      kind: "vacancies",
      state: "closed",
      opensAt: new Date(Date.now() - 60 * DAY),
      ...{ closesAt: yesterday, takesUntil: yesterday },
      publishedAt: new Date(Date.now() - 60 * DAY),
      createdById: "x",
    },
  });
  const vacancy = await db.vacancy.create({
    data: {
      callId: call.id,
      reference: `V-${tag}`,
      postId: post.id,
      needsId: needs.id,
      state: "screening",
      requirements: {},
      shortlistSize: 3,
      createdById: "x",
    },
  });
  const rubric = await db.rubric.create({ data: { vacancyId: vacancy.id, levels: 4 } });
  await db.criterion.createMany({
    data: [1, 2, 3, 4].map((n) => ({
      rubricId: rubric.id,
      code: `c${n}`,
      group: "merit",
      stage: n === 1 ? ("desk" as const) : n === 4 ? ("interview" as const) : ("both" as const),
      position: n,
      name: { en: `Criterion ${n}`, fr: `Critère ${n}` },
      definition: { en: "d", fr: "d" },
      anchors: [1, 2, 3, 4].map((level) => ({ level, en: `a${level}`, fr: `a${level}` })),
      baseWeight: 1,
      need: 1,
      weight: weights[n - 1] ?? 0,
      minimumLevel: n === 2 ? 3 : null,
    })),
  });
  await db.rubric.update({ where: { id: rubric.id }, data: { frozenAt: new Date(), hash: "ab".repeat(32) } });
  const candidacies = [];
  for (const { gender, state } of nominees) {
    const person = await db.person.create({
      data: {
        givenName: "N",
        familyName: randomUUID().slice(0, 6),
        email: `${randomUUID()}@example.org`,
        gender,
        nationalities: [state],
      },
    });
    const nomination = await db.nomination.create({
      data: {
        callId: call.id,
        vacancyId: vacancy.id,
        stateCode: state,
        personId: person.id,
        nominatedById: "fp",
        statement: "s",
        ...statedColumns(person),
        certified: true,
        submissionKey: randomUUID(),
      },
    });
    const candidacy = await db.candidacy.create({
      data: { vacancyId: vacancy.id, personId: person.id, nominationId: nomination.id, state: "screenedIn" },
    });
    for (const kind of CLEARANCE_KINDS)
      await db.clearance.create({
        data: {
          candidacyId: candidacy.id,
          kind,
          outcome: "clear",
          validUntil: new Date("2030-01-01"),
          dueOn: new Date("2029-12-01"),
          answeredAt: new Date(),
        },
      });
    candidacies.push(candidacy.id);
  }
  return { vacancyId: vacancy.id, candidacyIds: candidacies };
}
