import fc from "fast-check";
import { MEMBERSHIP_STATES } from "#app/cadre/lifecycle.ts";
import { SEARCH_LANGUAGE_LEVELS } from "#app/cadre/member-search.ts";
import { dayNumber, emptyMemberStore, keepMember, type MembersToday } from "#app/cadre/member-store.ts";
import { READINESS_LEVELS } from "#app/cadre/readiness.ts";
import { GENDERS } from "#app/gender/counts.ts";

/** The day of all tests of what is kept. */
export const DAY = "2026-03-01";
const TODAY = dayNumber(DAY);

export const REGIONS = ["African", "Asia-Pacific"] as const;
export const LANGUAGES = ["en", "fr"] as const;
export const KINDS = ["forceCommander", "srsg"] as const;
const STATES = ["CF", "FR", "SN"] as const;

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null, freq: 3 });
/** Days as numbers, about the ends of what hangs on them. */
const about = (...days: readonly number[]) =>
  fc.tuple(fc.constantFrom(...days), fc.integer({ min: -1, max: 1 })).map(([day, off]) => TODAY + day + off);

/** A member with all that is kept of them, and what only the database knows; few values, so that many are alike. */
export const someMember = fc.record({
  entered: fc.integer({ min: 0, max: 2 }),
  gender: fc.constantFrom(...GENDERS),
  state: fc.constantFrom(...MEMBERSHIP_STATES, "active" as const, "active" as const),
  regions: fc.subarray([...REGIONS]),
  languages: fc.dictionary(fc.constantFrom(...LANGUAGES), fc.constantFrom(...SEARCH_LANGUAGE_LEVELS), {
    noNullPrototype: true,
  }),
  nationalities: fc.subarray([...STATES]),
  impossible: fc.subarray([...STATES], { maxLength: 1 }),
  kinds: fc.subarray([...KINDS]),
  ...{ vacancies: fc.boolean(), assessments: fc.boolean() },
  cleared: maybe(about(0, 90)),
  contacted: maybe(about(-90, -365)),
  ...{ years: maybe(fc.constantFrom(5, 20)), missions: maybe(fc.constantFrom(0, 3)) },
  deployable: maybe(fc.constantFrom(30, 90)),
  from: maybe(about(0, 365, 730)),
  until: maybe(about(0, 365, 1096)),
  findings: fc.dictionary(
    fc.constantFrom(...KINDS),
    fc.record({ level: fc.constantFrom(...READINESS_LEVELS), expires: about(0, 90) }),
    { noNullPrototype: true },
  ),
  ...{ inPost: fc.boolean(), hidden: fc.boolean(), named: fc.boolean() },
  /** What panels found, 0 to 1. */
  evidence: maybe(fc.constantFrom(0, 0.5, 1)),
});
export type SomeMember = typeof someMember extends fc.Arbitrary<infer M> ? M : never;

/** An id that sorts by the number. */
export const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
export const personOf = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

/** The line that the database writes of a member. */
export const lineOf = (one: SomeMember, n: number) =>
  [
    ...[n + 7, personOf(n), one.entered, one.gender, one.state, one.regions],
    Object.entries(one.languages).map(([code, level]) => `${code}:${level}`),
    ...[one.nationalities, one.impossible, one.kinds, Number(one.vacancies), Number(one.assessments)],
    ...[one.cleared, one.contacted, one.years, one.missions, one.deployable, one.from, one.until],
    Object.entries(one.findings).map(([kind, { level, expires }]) => `${kind}:${level}:${expires}`),
  ]
    .map((field) => field ?? "")
    .join("|");

/** Members as they are kept. */
export function keptOf(members: readonly SomeMember[]): MembersToday {
  const store = emptyMemberStore();
  for (const [n, one] of members.entries()) keepMember(store, idOf(n), lineOf(one, n));
  return { store, day: DAY, inPost: Uint8Array.from(members, ({ inPost }) => Number(inPost)) };
}

/** The kinds of post for which somebody is found ready on the day, and how. */
export const readyOf = ({ findings }: SomeMember, last = Number.POSITIVE_INFINITY) =>
  Object.entries(findings).filter(([, { expires }]) => expires >= TODAY && expires <= last);
