import { z } from "zod";

/** Where a conflict comes from. The first three are found in what is on file, the last is the member's own word. */
export const CONFLICT_SOURCES = ["nationality", "nominatingState", "sharedEmployer", "declared"] as const;
export type ConflictSource = (typeof CONFLICT_SOURCES)[number];
export type DerivedSource = Exclude<ConflictSource, "declared">;

/** A post held: whole years, both included; no end means it is held still. */
export interface CareerSpan {
  readonly employer: string;
  readonly startYear: number;
  readonly endYear: number | null;
}

/** What is known of a panel member, for looking conflicts up. */
export interface MemberTies {
  readonly userId: string;
  readonly nationality: string;
  readonly career: readonly CareerSpan[];
}

/** The same of a candidacy. */
export interface CandidacyTies {
  readonly candidacyId: string;
  readonly nationalities: readonly string[];
  readonly nominatingState: string | null;
  /** The account that nominated. */
  readonly nominatedById: string;
  readonly career: readonly CareerSpan[];
}

/** A conflict found in what is on file: `detail` is the state's code, or the employer and the years shared. */
export interface DerivedConflict {
  readonly userId: string;
  readonly candidacyId: string;
  readonly source: DerivedSource;
  readonly detail: string;
}

/**
 * The conflicts between one member and one candidacy that the files show (METHOD §5): one nationality; nominated by the
 * member's own state, or by the member's own account; one employer in overlapping years. Looked up before anybody is
 * invited, so that they do not hang on what people remember or admit.
 *
 * @returns at most one a source, in the order of `CONFLICT_SOURCES`
 */
export function derivedConflicts(member: MemberTies, candidacy: CandidacyTies): readonly DerivedConflict[] {
  const found = (source: DerivedSource, detail: string | null): readonly DerivedConflict[] =>
    detail === null ? [] : [{ userId: member.userId, candidacyId: candidacy.candidacyId, source, detail }];
  const compatriot = candidacy.nationalities.includes(member.nationality);
  const nominated =
    candidacy.nominatingState === member.nationality || candidacy.nominatedById === member.userId;
  return [
    ...found("nationality", compatriot ? member.nationality : null),
    ...found("nominatingState", nominated ? candidacy.nominatingState : null),
    ...found("sharedEmployer", sharedEmployer(member.career, candidacy.career)),
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
