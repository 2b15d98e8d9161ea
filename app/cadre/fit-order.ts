import { Codes } from "#app/gender/case-store.ts";
import { GENDERS } from "#app/gender/counts.ts";
import { type AskedFigures, type Demand, figuresOf } from "./demand.ts";
import { eachReady, speaks } from "./demand-judge.ts";
import { FIT_GROUPS, type FitFacts, type FitGroup, fitGroupOf, fitScore } from "./fit.ts";
import { dayNumber, listedWords, type MemberStore, type MembersToday, NONE } from "./member-store.ts";
import { READINESS_LEVELS } from "./readiness.ts";

/** Of a language, level 2 of 3. */
const WORKING_LEVEL = 2;

/** Sums of the same parts in another order differ by less. */
const ROUNDING = 1e-6;

/** Those found ready who are alike in all that the order is made from, but for what panels found. */
interface Alike {
  readonly group: FitGroup;
  readonly facts: FitFacts;
  /** The least and the most that what panels found can make of them. */
  readonly least: number;
  readonly most: number;
  readonly slots: number[];
}

export interface OrderedMember extends FitFacts {
  readonly membershipId: string;
  readonly group: FitGroup;
  /** 0 to 100. */
  readonly score: number;
  /** From 1, over all groups; who is alike shares one. */
  readonly place: number;
  /** How many there are in all groups, and in this one. */
  readonly of: number;
  readonly inGroup: number;
}

/**
 * A page of each group of who is found ready for a kind of post, in order of fit as `fitScore` has it; neither gender nor
 * nationality is in it, and the groups only lay it out.
 *
 * What panels found adds ten points at most. It is asked for only where a place on the page can hang on it: of who stays behind
 * the last of a group's page with all ten, or before its first with none, it is not.
 *
 * @param page from 1
 * @returns `people` of whom it is asked what panels found, and the order once that is known: 0 to 1 by person
 */
export function startOrder(members: MembersToday, demand: Demand, asked: FitPage) {
  const { store } = members;
  const ready = readyFor(members, demand);
  const spans = FIT_GROUPS.map((group) =>
    spanOf(
      ready.filter((one) => one.group === group),
      asked,
    ),
  );
  const floor = Math.min(...spans.map((span) => span?.floor ?? Number.POSITIVE_INFINITY));
  const near = ready.filter(({ most }) => most >= floor - ROUNDING);
  const open = near.filter(
    ({ least, most }) =>
      least < most &&
      spans.some((span) => span && most >= span.floor - ROUNDING && least <= span.ceiling + ROUNDING),
  );
  return {
    people: open.flatMap(({ slots }) => slots.map((slot) => store.personIds[slot] ?? "")),
    order: (found: ReadonlyMap<string, number>) => {
      const scored = near.flatMap((alike) => scoresOf(store, alike, open.includes(alike) ? found : null));
      return layOut(scored, ready, asked);
    },
  };
}

/** A page of each group. */
export interface FitPage {
  /** From 1. */
  readonly page: number;
  /** Members of each group on it. */
  readonly perPage: number;
}

const peopleIn = (alike: readonly Alike[]) => alike.reduce((sum, { slots }) => sum + slots.length, 0);

/** Between what the members of a page of a group can lie; null where it has no such page. */
function spanOf(group: readonly Alike[], { page, perPage }: FitPage) {
  const people = peopleIn(group);
  if (people <= (page - 1) * perPage) return null;
  return {
    floor: nthOf(group, "least", Math.min(page * perPage, people)),
    ceiling: nthOf(group, "most", (page - 1) * perPage + 1),
  };
}

/** The least or the most points of the member who is the so-manieth by them. */
function nthOf(group: readonly Alike[], by: "least" | "most", nth: number): number {
  let before = 0;
  for (const one of group.toSorted((a, b) => b[by] - a[by])) {
    before += one.slots.length;
    if (before >= nth) return one[by];
  }
  return Number.NEGATIVE_INFINITY;
}

interface Scored {
  readonly membershipId: string;
  readonly alike: Alike;
  readonly evidence: number | null;
  /** In millionths of a point, in which members are told apart. */
  readonly rounded: number;
}

/** Members alike with their points. */
function scoresOf(
  store: MemberStore,
  alike: Alike,
  found: ReadonlyMap<string, number> | null,
): readonly Scored[] {
  return alike.slots.map((slot) => {
    const evidence = found?.get(store.personIds[slot] ?? "") ?? null;
    const score = evidence === null ? fitScore(alike.facts) : fitScore({ ...alike.facts, evidence });
    return { membershipId: store.ids[slot] ?? "", alike, evidence, rounded: Math.round(score * 1e6) };
  });
}

/** The page of each group, with the place of everybody on it among all. */
function layOut(scored: readonly Scored[], ready: readonly Alike[], { page, perPage }: FitPage) {
  const best = Float64Array.from(scored, ({ rounded }) => -rounded).sort();
  const of = peopleIn(ready);
  return FIT_GROUPS.flatMap((group): readonly OrderedMember[] => {
    const inGroup = peopleIn(ready.filter((one) => one.group === group));
    return scored
      .filter(({ alike }) => alike.group === group)
      .sort((a, b) => b.rounded - a.rounded || (a.membershipId < b.membershipId ? -1 : 1))
      .slice((page - 1) * perPage, page * perPage)
      .map(({ membershipId, alike: { facts }, evidence, rounded }) => ({
        ...{ membershipId, group, ...facts, evidence, score: fitScore({ ...facts, evidence }) },
        place: 1 + best.findIndex((other) => other >= -rounded),
        ...{ of, inGroup },
      }));
  });
}

/** Everybody found ready for a kind of post on the day, those alike together. */
function readyFor(members: MembersToday, demand: Demand): readonly Alike[] {
  const { gender, assessments } = members.store.columns;
  const groups = GENDERS.map((one) => FIT_GROUPS.indexOf(fitGroupOf(one)));
  const { codeOf, factsOf } = answersOf(members, demand);
  const byAnswers = new Map<number, number[]>();
  eachReady(members, demand.roleKindCode, (slot, level) => {
    const group = groups[gender[slot] ?? 0] ?? 0;
    const key = (codeOf(slot, level) * FIT_GROUPS.length + group) * 2 + (assessments[slot] ?? 0);
    const known = byAnswers.get(key);
    if (known) known.push(slot);
    else byAnswers.set(key, [slot]);
  });
  return [...byAnswers].map(([key, slots]) => {
    const both = Math.floor(key / 2);
    const facts = factsOf(Math.floor(both / FIT_GROUPS.length));
    const [least, most] = key % 2 === 1 ? [0, 1] : [null, null];
    return {
      ...{ group: FIT_GROUPS[both % FIT_GROUPS.length] ?? "others", facts, slots },
      least: fitScore({ ...facts, evidence: least }),
      most: fitScore({ ...facts, evidence: most }),
    };
  });
}

/** Of the three figures that are asked, and of whether somebody is free: not, yes, not known. */
const [NOT, YES, UNKNOWN] = [0, 1, 2] as const;
const FIGURES = 3;

/** What an order of fit is made from, all but what panels found, as one number: the same of who has the same facts. */
function answersOf(members: MembersToday, demand: Demand) {
  const { columns, codes } = members.store;
  const { years, missions, days, languages } = figuresOf(demand);
  const { tongues, tongueOf } = tonguesOf(codes.languages, demand, languages);
  const freeOf = freeFor(members, demand);
  const least = (figure = NONE, asked: number) => (figure === NONE ? UNKNOWN : figure >= asked ? YES : NOT);
  const most = (figure = NONE, asked: number) => (figure === NONE ? UNKNOWN : figure <= asked ? YES : NOT);
  return {
    /** Of a slot and a place in `READINESS_LEVELS`. */
    codeOf(slot: number, level: number): number {
      let met = 0;
      let unknown = 0;
      const count = (answer: number) => {
        if (answer === YES) met += 1;
        if (answer === UNKNOWN) unknown += 1;
      };
      if (years !== null) count(least(columns.years[slot], years));
      if (missions !== null) count(least(columns.missions[slot], missions));
      if (days !== null) count(most(columns.deployable[slot], days));
      const tongue = tongueOf[columns.languages[slot] ?? 0] ?? 0;
      const figures = (tongue * (FIGURES + 1) + met) * (FIGURES + 1) + unknown;
      return (figures * 3 + freeOf(slot)) * READINESS_LEVELS.length + level;
    },
    factsOf(code: number): FitFacts {
      const [rest, level] = parted(code, READINESS_LEVELS.length);
      const [figures, free] = parted(rest, 3);
      const [others, unknown] = parted(figures, FIGURES + 1);
      const [place, met] = parted(others, FIGURES + 1);
      const tongue = tongues[place] ?? { met: 0, unknown: 0, share: null };
      return {
        level: READINESS_LEVELS[level] ?? "threeToFiveYears",
        asked: languages.length + [years, missions, days].filter((one) => one !== null).length,
        ...{ met: tongue.met + met, unknown: tongue.unknown + unknown, languages: tongue.share },
        ...{ evidence: null, available: free === UNKNOWN ? null : free === YES },
      };
    },
  };
}

const parted = (code: number, by: number): readonly [number, number] => [Math.floor(code / by), code % by];

/** Whether somebody is free on the day that is wanted, willing, and not kept away; not known of who has not said from when. */
function freeFor({ store: { columns, codes } }: MembersToday, { wantedOn, hostCodes, roleKindCode }: Demand) {
  const impossible = listedWords(codes.impossible).map((list) => list.some((one) => hostCodes.includes(one)));
  const unwilling = listedWords(codes.kinds).map((list) => list.length > 0 && !list.includes(roleKindCode));
  const wanted = dayNumber(wantedOn);
  return (slot: number): number => {
    const from = columns.from[slot] ?? NONE;
    const until = columns.until[slot] ?? NONE;
    if (impossible[columns.impossible[slot] ?? 0] || unwilling[columns.kinds[slot] ?? 0]) return NOT;
    if (from > wanted || (until !== NONE && until < wanted)) return NOT;
    return from === NONE ? UNKNOWN : YES;
  };
}

/**
 * How languages answer those that are asked, and the share of the mission's that they are, each way once; and which of these
 * ways it is by the code of a list of languages.
 */
function tonguesOf(codes: Codes, { missionLanguages }: Demand, asked: AskedFigures["languages"]) {
  const ways = new Codes();
  const tongues: { readonly met: number; readonly unknown: number; readonly share: number | null }[] = [];
  const tongueOf = listedWords(codes).map((list) => {
    const answers = asked.map(({ code, level }) => speaks(list, code, level));
    const spoken = missionLanguages.map((code) => speaks(list, code, WORKING_LEVEL));
    const share = spoken.filter((one) => one === true).length / spoken.length;
    const tongue = {
      met: answers.filter((one) => one === true).length,
      unknown: answers.filter((one) => one === null).length,
      share: spoken.length === 0 ? 1 : spoken.includes(null) ? null : share,
    };
    const place = ways.of(`${tongue.met} ${tongue.unknown} ${tongue.share}`);
    tongues[place] = tongue;
    return place;
  });
  return { tongues, tongueOf };
}
