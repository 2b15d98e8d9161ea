import { z } from "zod";

/** Where a conflict comes from. All but the last are found in what is on file, the last is the member's own word. */
export const CONFLICT_SOURCES = [
  "nationality",
  "nominatingState",
  "nominatedBy",
  "sharedEmployer",
  "supervisor",
  "pairing",
  "declared",
] as const;
export type ConflictSource = (typeof CONFLICT_SOURCES)[number];
export type DerivedSource = Exclude<ConflictSource, "declared">;

/** Found ones recuse; a suspected one only once an officer has confirmed it. */
export type DerivedStanding = "found" | "suspected";

/** So many years after the post ended does having been the other's supervisor count (METHOD §7). */
export const SUPERVISION_YEARS = 5;

/** A post held: whole years, both included; no end means it is held still. */
export interface CareerSpan {
  readonly employer: string;
  readonly startYear: number;
  readonly endYear: number | null;
  /** Whom the person reported to, as they wrote it; empty where they did not. */
  readonly supervisor: string;
}

/** What is known of somebody who would judge or mentor, for looking conflicts up. */
export interface MemberTies {
  readonly userId: string;
  readonly name: string;
  /** Every one that is known: on file, and as it was typed for a seat. */
  readonly nationalities: readonly string[];
  readonly career: readonly CareerSpan[];
}

/** The same of somebody who would be judged or mentored. */
export interface PersonTies {
  readonly personId: string;
  readonly name: string;
  readonly nationalities: readonly string[];
  /** By which state, and by which account, the person was nominated; no state where it was themself. */
  readonly nominations: readonly { readonly stateCode: string | null; readonly nominatedById: string }[];
  readonly career: readonly CareerSpan[];
}

/**
 * A conflict found in what is on file. `detail` is the state's code, the employer and the years shared, or the post in
 * which one led the other; empty where there is nothing to add.
 */
export interface DerivedConflict {
  readonly userId: string;
  readonly personId: string;
  readonly source: DerivedSource;
  readonly detail: string;
  readonly standing: DerivedStanding;
  /** The last day on which it counts, as an ISO date; null: for good. */
  readonly expiresOn: string | null;
}

/**
 * The conflicts between two people that the files show (METHOD §5 and §7): a nationality they share; nominated by a
 * state of the one's, or by their account; one employer in overlapping years; one the other's supervisor within five
 * years, by the name that stands in the career and therefore only suspected. Looked up before anybody is invited, so
 * that they do not hang on what people remember or admit.
 *
 * @param today ISO date: what has expired before it is not given
 * @returns at most one a source, in the order of `CONFLICT_SOURCES`
 */
export function derivedConflicts(
  member: MemberTies,
  person: PersonTies,
  today: string,
): readonly DerivedConflict[] {
  const found = (source: DerivedSource, detail: string | null | undefined): readonly DerivedConflict[] =>
    detail === null || detail === undefined
      ? []
      : [
          {
            userId: member.userId,
            personId: person.personId,
            source,
            detail,
            standing: "found",
            expiresOn: null,
          },
        ];
  const own = (code: string | null) => code !== null && member.nationalities.includes(code);
  const byAccount = person.nominations.some(({ nominatedById }) => nominatedById === member.userId);
  const led = supervision(member, person, today);
  return [
    ...found("nationality", person.nationalities.find(own)),
    ...found("nominatingState", person.nominations.map(({ stateCode }) => stateCode).find(own)),
    ...found("nominatedBy", byAccount ? "" : null),
    ...found("sharedEmployer", sharedEmployer(member.career, person.career)),
    ...(led
      ? [
          {
            ...{ userId: member.userId, personId: person.personId, source: "supervisor" as const },
            ...{ detail: led.detail, standing: "suspected" as const, expiresOn: led.expiresOn },
          },
        ]
      : []),
  ];
}

/** The first employer two careers share in the same years, as "employer, from–to"; null where there is none. */
function sharedEmployer(ours: readonly CareerSpan[], theirs: readonly CareerSpan[]): string | null {
  for (const a of ours) {
    for (const b of theirs) {
      if (sameName(a.employer) !== sameName(b.employer) || sameName(a.employer) === "") continue;
      const from = Math.max(a.startYear, b.startYear);
      const to = Math.min(a.endYear ?? Number.POSITIVE_INFINITY, b.endYear ?? Number.POSITIVE_INFINITY);
      if (from <= to) return `${a.employer}, ${from}–${Number.isFinite(to) ? to : ""}`;
    }
  }
  return null;
}

/** The post in which one was the other's supervisor and that ended last; null where there is none within the years. */
function supervision(member: MemberTies, person: PersonTies, today: string) {
  const under = ({ career }: { readonly career: readonly CareerSpan[] }, name: string) =>
    career.filter(({ supervisor }) => sameName(supervisor) !== "" && sameName(supervisor) === sameName(name));
  const posts = [...under(person, member.name), ...under(member, person.name)]
    .map(({ employer, startYear, endYear }) => ({
      detail: `${employer}, ${startYear}–${endYear ?? ""}`,
      expiresOn: endYear === null ? null : `${endYear + SUPERVISION_YEARS}-12-31`,
    }))
    .filter(({ expiresOn }) => expiresOn === null || expiresOn >= today)
    .toSorted((a, b) => ((a.expiresOn ?? "~") < (b.expiresOn ?? "~") ? 1 : -1));
  return posts[0] ?? null;
}

/** A name without case, accents and punctuation: "Ministère de la Défense" is "ministere de la defense". */
const sameName = (name: string) =>
  name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();

/** What a member can declare: these are the kinds offered. */
export const DECLARED_KINDS = [
  "family",
  "friendship",
  "workedTogether",
  "financial",
  "dispute",
  "other",
] as const;
export type DeclaredKind = (typeof DECLARED_KINDS)[number];

const declaration = z
  .object({
    candidacyId: z.uuid(),
    answer: z.enum(["none", "conflict"]),
    kind: z.enum(DECLARED_KINDS).optional(),
    note: z.string().trim().max(1000).default(""),
  })
  .superRefine((row, context) => {
    if (row.answer === "none") return;
    if (row.kind === undefined) context.addIssue({ code: "custom", path: ["kind"], message: "choose" });
    if (row.note.length < 10) context.addIssue({ code: "custom", path: ["note"], message: "tooShort" });
  });

/**
 * A member's declaration on every candidacy: none, or a conflict with its kind and a sentence. A candidacy left
 * without an answer is refused: silence is not a declaration.
 */
export const declarationSchema = z.object({
  declarations: z.array(declaration).default([]),
});
export type Declaration = z.output<typeof declaration>;

/** How a declared conflict is kept: its kind, then the member's words. */
export const declaredNote = (kind: DeclaredKind, note: string): string => `${kind}: ${note}`;
