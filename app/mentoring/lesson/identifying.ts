import { namesInText, wordsOf } from "#app/selection/report/names-in-text.ts";

/** What in a lesson can tell whom or which mission it is about. */
export const FLAG_KINDS = ["person", "mission", "place", "date"] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

/** Something in a text that may identify, in the words in which it was found. */
export interface Flag {
  readonly kind: FlagKind;
  readonly text: string;
}

/** What is known by name. People are the pair and all leaders, who are public: nobody learns who else is on file. */
export interface KnownNames {
  readonly people: readonly string[];
  /** Acronyms and names of missions. */
  readonly missions: readonly string[];
  /** Names of states, hosts and headquarters. */
  readonly places: readonly string[];
}

const MONTHS =
  "January|February|March|April|May|June|July|August|September|October|November|December|" +
  "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";

/** Words of time before a month, in small letters; at the beginning of a sentence with a capital. */
const BEFORE_MONTH =
  "in|since|last|by|during|on|until|next|before|after|early|late|en|depuis|dès|fin|début|courant|mi"
    .split("|")
    .map((word) => `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}`)
    .join("|");
const UNITS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth";
/** Days of a month in words: with “of” in English, for “the first March” is a march; in French the first alone is an ordinal. */
const DAY_IN_WORDS =
  `(?:${UNITS}|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth|twenty-(?:${UNITS})|` +
  "thirty-first) of|premier";

/**
 * Days, months with a number or a word of time before them, years: English, French, figures of any script. A month alone
 * is none: “may” and “march” are verbs as well.
 */
const DATES: readonly RegExp[] = [
  /(?<!\p{Nd})\p{Nd}{4}-\p{Nd}{1,2}-\p{Nd}{1,2}(?!\p{Nd})/gu,
  /(?<!\p{Nd})\p{Nd}{1,2}[./]\p{Nd}{1,2}[./]\p{Nd}{2,4}(?!\p{Nd})/gu,
  new RegExp(
    `(?<![\\p{L}\\p{Nd}])\\d{1,2}(?:st|nd|rd|th|er)? (?:of )?(?:${MONTHS})(?: \\d{4})?(?!\\p{L})`,
    "gu",
  ),
  new RegExp(`(?<!\\p{L})(?:${MONTHS}) \\d{1,4}(?:, \\d{4})?(?!\\p{Nd})`, "gu"),
  new RegExp(`(?<!\\p{L})(?:${DAY_IN_WORDS}) (?:${MONTHS})(?!\\p{L})`, "giu"),
  new RegExp(`(?<!\\p{L})(?:${BEFORE_MONTH})[ -](?:${MONTHS})(?!\\p{L})`, "gu"),
  /(?<!\p{Nd})\p{Nd}{4}(?!\p{Nd})/gu,
];

/** Titles before a name that stands in no table. */
const TITLED =
  /(?<!\p{L})(?:Mr|Mrs|Ms|Dr|Mme|MM?|General|Général|Colonel|Ambassador|Ambassad(?:eur|rice)|SRSG|DSRSG|RSSG|President|Présidente?|Minist(?:er|re))\.? (\p{Lu}[\p{L}\p{M}'’-]+)/gu;
/** Two words or more that begin with capitals. */
const CAPITAL = "\\p{Lu}[\\p{Ll}\\p{M}'’]+(?:-\\p{Lu}?[\\p{Ll}\\p{M}'’]+)*";
const CAPITALS = new RegExp(`(?<![\\p{L}\\p{M}])${CAPITAL}(?: ${CAPITAL})+`, "gu");
/** An acronym made as those of missions are. */
const ACRONYM = /(?<!\p{L})(?:UN|MIN|ONU)[A-Z]{2,}(?!\p{L})/gu;

/** Words of offices and organs: a run of capitals with one of them is no person's name. */
const OF_OFFICES = new Set(
  wordsOf(
    `Security Council General Assembly United Nations Secretary Secretariat Member States State Force Commander Police
    Commissioner Deputy Special Representative Headquarters Chief Staff Head Mission Resident Humanitarian Coordinator African
    European Union Peace Operations Committee Charter Country Team Director Support Department Office Under Assistant Rule Law
    Women Human Rights Conseil Sécurité Assemblée Nations Unies Secrétaire Secrétariat États Membres Commandant Commissaire Adjoint
    Représentant Représentante Siège Chef Union Paix Département Bureau Directeur Directrice Équipe Droits Force Host Government`,
  ).map((word) => word.toLowerCase()),
);
/** Words that begin a sentence with a capital and belong to no name. */
const BEGINNINGS = new Set(
  wordsOf(
    `The A An In On At Since Last By During Until Next Early Late My Our His Her Their When If As For With Every Each This That After Before Never Always Ask Tell Le La Les Un
    Une Des Du De En Dans Mon Ma Mes Notre Nos Quand Si Pour Avec Chaque Ce Cette Après Avant Jamais Toujours`,
  ).map((word) => word.toLowerCase()),
);
/** Agencies, whose acronyms look like a mission's. */
const AGENCIES = new Set(
  "UNDP UNICEF UNHCR UNESCO UNFPA UNEP UNOPS UNDSS UNHQ UNCT UNPOL UNAIDS UNIDO UNODC UNITAR UNWOMEN".split(
    " ",
  ),
);
/** Words that end the names of several states. */
const GENERIC = new Set(
  "republic republique islands iles states etats emirates federation kingdom nations".split(" "),
);

/** The name, or its last word where that alone tells the state. */
function placeIn(words: readonly string[], name: string): string | null {
  const whole = name.replace(/\(.*\)/, "").trim();
  const parts = wordsOf(whole);
  const stands = (run: readonly string[]) =>
    run.length > 0 &&
    words.some((_, at) =>
      run.every((part, n) => words[at + n] === part || words[at + n] === part.toUpperCase()),
    );
  if (stands(parts)) return whole;
  const last = parts.at(-1) ?? "";
  const telling = last.length > 3 && /^\p{Lu}/u.test(last) && !GENERIC.has(last.toLowerCase());
  return parts.length > 1 && telling && stands([last]) ? last : null;
}

const isYear = (text: string) => !/^\d{4}$/.test(text) || (Number(text) >= 1945 && Number(text) <= 2099);

function datesIn(text: string): readonly string[] {
  let rest = text;
  const found: string[] = [];
  for (const pattern of DATES) {
    for (const [date] of rest.matchAll(pattern)) if (isYear(date)) found.push(date);
    rest = rest.replace(pattern, (date) => (isYear(date) ? " ; " : date));
  }
  return found;
}

/** Names that stand in no table: after a title, or as a run of capitals that names no office. */
function namesBySight(text: string): readonly string[] {
  const ofOffice = (word: string) => OF_OFFICES.has(wordsOf(word)[0]?.toLowerCase() ?? "");
  const titled = [...text.matchAll(TITLED)].flatMap(([whole, name = ""]) => (ofOffice(name) ? [] : [whole]));
  const runs = [...text.matchAll(CAPITALS)].flatMap(([run]) => {
    const words = run.split(" ");
    while (BEGINNINGS.has(wordsOf(words[0] ?? "")[0]?.toLowerCase() ?? "")) words.shift();
    return words.length > 1 && !words.some(ofOffice) ? [words.join(" ")] : [];
  });
  return [...titled, ...runs];
}

/**
 * What in a text may tell whom it is about: people who are known or look like a name, missions, places, dates. It flags too
 * much rather than too little; its writer says of each why it can stay. Accents do not matter, capitals do. It sees what is
 * written, not what is meant: a reviewer reads every lesson.
 *
 * @returns each once, in the order of {@link FLAG_KINDS}; what is part of another found of its kind is left out
 */
export function flagsIn(text: string, known: KnownNames): readonly Flag[] {
  const words = wordsOf(text);
  const places = known.places.flatMap((name) => placeIn(words, name) ?? []);
  const missions = [
    ...known.missions.filter((name) => {
      const parts = wordsOf(name).map((word) => word.toLowerCase());
      const lower = parts.length > 1 ? words.map((word) => word.toLowerCase()) : words;
      const run = parts.length > 1 ? parts : wordsOf(name);
      return run.length > 0 && lower.some((_, at) => run.every((part, n) => lower[at + n] === part));
    }),
    ...[...text.matchAll(ACRONYM)].map(([acronym]) => acronym).filter((one) => !AGENCIES.has(one)),
  ];
  const taken = [...places, ...missions].map((one) => wordsOf(one).join(" "));
  const people = [
    ...namesInText(text, known.people),
    ...namesBySight(text).filter((name) => !taken.includes(wordsOf(name).join(" "))),
  ];
  const found: Readonly<Record<FlagKind, readonly string[]>> = {
    person: people,
    mission: missions,
    place: places,
    date: datesIn(text),
  };
  return FLAG_KINDS.flatMap((kind) => {
    const once = [...new Set(found[kind])];
    const whole = once.filter((one) => !once.some((other) => other !== one && other.includes(one)));
    return whole.map((one) => ({ kind, text: one }));
  });
}
