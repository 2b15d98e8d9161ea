import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { SEAT_STATES } from "#app/cadre/course.ts";
import { READINESS_LEVELS } from "#app/cadre/readiness.ts";
import { GENDERS } from "#app/gender/counts.ts";
import { MENTOR_STATES } from "#app/mentoring/lifecycle.ts";
import { database } from "#app/platform/database.server.ts";

const STATES = ["GH", "FR", "JO", "BR", "SN", "PL"] as const;
const RANKS = [null, "Major General", "général de brigade", "Inspector"] as const;

const day = (offset: number) => new Date(Date.UTC(2020, 0, 1) + offset * 86_400_000);

/** Somebody invented, with all that they may be: a leader once or twice, a member of the cadre, a mentor, a nominee. */
const somebody = fc.record({
  gender: fc.constantFrom(...GENDERS),
  states: fc.uniqueArray(fc.constantFrom(...STATES), { maxLength: 2 }),
  rank: fc.constantFrom(...RANKS),
  terms: fc.array(
    fc.record({
      post: fc.nat(15),
      from: fc.nat(2500),
      days: fc.integer({ min: 0, max: 900 }),
      acting: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  membership: fc.constantFrom("active", "active", "paused", "lapsed", null),
  ready: fc.uniqueArray(
    fc.record({
      kind: fc.nat(3),
      level: fc.constantFrom(...READINESS_LEVELS),
      expires: fc.integer({ min: 2400, max: 2600 }),
    }),
    { maxLength: 3, selector: ({ kind }) => kind },
  ),
  mentor: fc.option(fc.constantFrom(...MENTOR_STATES)),
  seat: fc.option(fc.constantFrom(...SEAT_STATES)),
});

/** Three missions with the same six kinds of post. */
async function somePosts(): Promise<readonly string[]> {
  const kinds = (await database().roleKind.findMany({ orderBy: { position: "asc" } })).slice(0, 6);
  const posts: string[] = [];
  for (const name of ["UNA", "UNB", "UNC"]) {
    const { id: missionId } = await database().mission.create({
      data: {
        ...{ acronym: name, nameEn: "Mission", nameFr: "Mission", kind: "peacekeeping", host: "X" },
        ...{ headquarters: "Y", startsOn: day(0) },
      },
    });
    for (const [at, { code }] of kinds.entries()) {
      const post = { missionId, roleKindCode: code, level: at < 2 ? "USG" : "D-2" };
      posts.push((await database().post.create({ data: post, select: { id: true } })).id);
    }
  }
  return posts;
}

/** So many invented people, always the same, on file with their terms, findings, pledges and seats. */
export async function aPopulation(size: number): Promise<void> {
  const db = database();
  const posts = await somePosts();
  const kinds = (await db.roleKind.findMany({ orderBy: { position: "asc" } })).map(({ code }) => code);
  const { id: courseId } = await db.course.create({
    data: {
      ...{ title: "Course", host: "Centre", venue: "Accra", languageCode: "en", level: "heads" },
      ...{ startsOn: day(2480), endsOn: day(2490), closesOn: day(2470), seats: 20, womenPercent: 50 },
    },
  });
  for (const one of fc.sample(somebody, { numRuns: size, seed: 2242 })) {
    const names = { givenName: "A", familyName: "B" };
    const { id: personId } = await db.person.create({
      data: {
        ...names,
        ...{ email: `${randomUUID()}@example.org`, gender: one.gender, rank: one.rank },
        nationalities: [...one.states],
      },
    });
    await db.appointment.createMany({
      data: one.terms.map(({ post, from, days, acting }) => ({
        ...{ personId, postId: posts[post] ?? "", acting, startsOn: day(from), endsOn: day(from + days) },
      })),
    });
    if (one.membership)
      await db.cadreMembership.create({
        data: {
          ...{ personId, state: one.membership, enteredVia: "direct", reason: "x" },
          readiness: {
            create: one.ready.map(({ kind, level, expires }) => ({
              roleKindCode: kinds[kind] ?? "",
              ...{ level, evidence: "x", assessedById: "x", expiresOn: day(expires) },
            })),
          },
        },
      });
    if (one.mentor)
      await db.mentor.create({
        data: {
          ...{ personId, pledgedByCode: one.states[0] ?? "SN", state: one.mentor, biography: "x" },
          ...{ statedGivenName: "A", statedFamilyName: "B", capacity: 1, weeklyHours: 2 },
          ...{ availableFrom: day(0), availableTo: day(3000) },
        },
      });
    if (one.seat)
      await db.courseNomination.create({
        data: { ...{ courseId, personId, ...names, reason: "x", state: one.seat }, nominatedById: "x" },
      });
  }
}
