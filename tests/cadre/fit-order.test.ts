import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countBehind, nextBehind } from "#app/cadre/bench-count.ts";
import type { Demand } from "#app/cadre/demand.ts";
import { FIT_GROUPS, fitGroupOf, fitScore } from "#app/cadre/fit.ts";
import { startOrder } from "#app/cadre/fit-order.ts";
import { dayNumber } from "#app/cadre/member-store.ts";
import { READINESS_LEVELS } from "#app/cadre/readiness.ts";
import { DAY, idOf, KINDS, keptOf, personOf, readyOf, type SomeMember, someMember } from "./some-members.ts";

const TODAY = dayNumber(DAY);
const name = { en: "French", fr: "français" };

const demands: fc.Arbitrary<Demand> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    years: fc.option(fc.constant(10)),
    missions: fc.option(fc.constant(1)),
    days: fc.option(fc.constant(60)),
    languages: fc.subarray([1, 2, 3]),
    hostCodes: fc.subarray(["CF", "FR"]),
    missionLanguages: fc.subarray(["en", "fr"]),
    wanted: fc.constantFrom("2026-03-01", "2027-03-01"),
  })
  .map(({ kind, years, missions, days, languages, hostCodes, missionLanguages, wanted }) => ({
    roleKindCode: kind,
    requirements: [
      ...(years === null ? [] : [{ kind: "seniorYears" as const, years }]),
      ...(missions === null ? [] : [{ kind: "fieldMissions" as const, missions }]),
      ...(days === null ? [] : [{ kind: "deployable" as const, days }]),
      ...languages.map((level) => ({ kind: "language" as const, code: "fr", level, name })),
    ],
    ...{ hostCodes, missionLanguages, needs: {}, wantedOn: wanted },
  }));

const languagesOf = ({ languages }: SomeMember) =>
  Object.entries(languages).map(([code, level]) => ({ code, level: Number(level) }));
/** Who is found ready for the kind of post and counts, and how: said the long way round. */
const readyFor = (one: SomeMember, { roleKindCode }: Demand) =>
  one.state === "active" && one.vacancies && !one.inPost
    ? readyOf(one).find(([kind]) => kind === roleKindCode)?.[1].level
    : undefined;

const answersOf = (one: SomeMember, { requirements }: Demand) =>
  requirements.map((asked) => {
    const figure = (value: number | null, meets: (value: number) => boolean) =>
      value === null ? null : meets(value);
    if (asked.kind === "seniorYears") return figure(one.years, (years) => years >= asked.years);
    if (asked.kind === "fieldMissions") return figure(one.missions, (missions) => missions >= asked.missions);
    if (asked.kind === "deployable") return figure(one.deployable, (days) => days <= asked.days);
    if (asked.kind !== "language" || languagesOf(one).length === 0) return null;
    return languagesOf(one).some(({ code, level }) => code === asked.code && level >= asked.level);
  });

const unwilling = (one: SomeMember, { roleKindCode, hostCodes }: Demand) =>
  one.impossible.some((state) => hostCodes.includes(state)) ||
  (one.kinds.length > 0 && !one.kinds.some((kind) => kind === roleKindCode));

function factsOf(one: SomeMember, demand: Demand, level: (typeof READINESS_LEVELS)[number]) {
  const answers = answersOf(one, demand);
  const wanted = dayNumber(demand.wantedOn);
  const away = (one.from !== null && one.from > wanted) || (one.until !== null && one.until < wanted);
  const spoken = demand.missionLanguages.filter((code) =>
    languagesOf(one).some((of) => of.code === code && of.level >= 2),
  );
  const share = languagesOf(one).length === 0 ? null : spoken.length / demand.missionLanguages.length;
  return {
    ...{ level, asked: answers.length },
    met: answers.filter((answer) => answer === true).length,
    unknown: answers.filter((answer) => answer === null).length,
    languages: demand.missionLanguages.length === 0 ? 1 : share,
    evidence: one.assessments ? one.evidence : null,
    available: unwilling(one, demand) || away ? false : one.from === null ? null : true,
  };
}

/** Everybody in order, each scored alone. */
function longWay(all: readonly SomeMember[], demand: Demand) {
  const scored = all.flatMap((one, n) => {
    const level = readyFor(one, demand);
    if (!level) return [];
    const facts = factsOf(one, demand, level);
    return [{ membershipId: idOf(n), group: fitGroupOf(one.gender), ...facts, score: fitScore(facts) }];
  });
  return scored
    .toSorted((a, b) => b.score - a.score || (a.membershipId < b.membershipId ? -1 : 1))
    .map((one) => ({
      ...one,
      place: 1 + scored.filter(({ score }) => score > one.score + 1e-6).length,
      of: scored.length,
      inGroup: scored.filter(({ group }) => group === one.group).length,
    }));
}

const many = fc.array(someMember, { maxLength: 30 });

describe("the order of fit as it is kept", () => {
  it("has on every page whom scoring everybody alone puts there, whatever panels found", () => {
    fc.assert(
      fc.property(many, demands, fc.constantFrom(1, 2), (all, demand, perPage) => {
        const members = keptOf(all);
        const order = longWay(all, demand);
        for (let page = 1; page <= 4; page += 1) {
          const { people, order: lay } = startOrder(members, demand, { page, perPage });
          const found = new Map(
            all.flatMap((one, n) =>
              one.evidence !== null && people.includes(personOf(n))
                ? [[personOf(n), one.evidence] as const]
                : [],
            ),
          );
          for (const id of people)
            expect(all.some((one, n) => personOf(n) === id && one.assessments)).toBe(true);
          const expected = FIT_GROUPS.flatMap((group) =>
            order.filter((one) => one.group === group).slice((page - 1) * perPage, page * perPage),
          );
          expect(lay(found)).toEqual(expected);
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** The day so many months on, of a day in the middle of the year's months. */
const inMonths = (months: number) => {
  const day = new Date(TODAY * 86_400_000);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, day.getUTCDate()) / 86_400_000;
};
const TIMES = { now: [0, 12], oneToTwoYears: [12, 24], threeToFiveYears: [36, 60] } as const;

/** Whether a member meets what a post asks: false where one thing is not met, null where one is not known. */
function meets(one: SomeMember, demand: Demand, level: (typeof READINESS_LEVELS)[number]) {
  const [begins, ends] = TIMES[level].map(inMonths) as [number, number];
  const host = one.nationalities.some((state) => demand.hostCodes.includes(state));
  const busy = (one.from !== null && one.from > ends) || (one.until !== null && one.until <= begins);
  const answers = answersOf(one, demand);
  if (host || busy || unwilling(one, demand) || answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

describe("the bench as it is kept", () => {
  it("counts whom judging everybody alone counts, each once behind the posts of a kind, and names the first", () => {
    fc.assert(
      fc.property(many, fc.array(demands, { minLength: 1, maxLength: 4 }), (all, asked) => {
        const members = keptOf(all);
        const posts = asked.map((demand, n) => ({ id: `post${n}`, demand, ends: n % 3 !== 2 }));
        const kinds = countBehind(members, posts);
        const behind = posts.flatMap((post) =>
          all.flatMap((one, n) => {
            const level = readyFor(one, post.demand);
            return level ? [{ post, n, one, level, meets: meets(one, post.demand, level) }] : [];
          }),
        );
        const cells: Record<string, number> = {};
        for (const { post, one, level, meets } of behind) {
          const key = [post.id, level, one.gender, meets].join();
          cells[key] = (cells[key] ?? 0) + 1;
        }
        const counts = kinds.flatMap((kind) => kind.counts);
        expect(
          Object.fromEntries(
            counts.map(({ postId, level, gender, meets, people }) => [
              [postId, level, gender, meets].join(),
              people,
            ]),
          ),
        ).toEqual(cells);
        for (const { roleKindCode, people, unknown } of kinds) {
          const now = behind.filter(
            ({ post, level }) => post.ends && level === "now" && post.demand.roleKindCode === roleKindCode,
          );
          const known = new Set(now.filter((one) => one.meets === true).map(({ n }) => n));
          const open = new Set(
            now.filter((one) => one.meets === null && !known.has(one.n)).map(({ n }) => n),
          );
          expect([people, unknown]).toEqual([known.size, open.size]);
        }
        for (const { id, demand } of posts) {
          const place = (level: (typeof READINESS_LEVELS)[number]) => READINESS_LEVELS.indexOf(level);
          const next = behind
            .filter(({ post, meets }) => post.id === id && meets !== false)
            .toSorted(
              (a, b) =>
                place(a.level) - place(b.level) ||
                Number(a.meets === null) - Number(b.meets === null) ||
                a.n - b.n,
            );
          const expected = FIT_GROUPS.flatMap((group) =>
            next
              .filter(({ one }) => fitGroupOf(one.gender) === group)
              .slice(0, 2)
              .map(({ n, level, meets }) => ({ membershipId: idOf(n), group, level, known: meets === true })),
          );
          expect(nextBehind(members, demand, 2)).toEqual(expected);
        }
      }),
      { numRuns: 300 },
    );
  });
});
