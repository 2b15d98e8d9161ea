import { GENDERS, type Gender } from "#app/gender/counts.ts";
import { type ConflictSource, derivedConflicts, type PersonTies } from "#app/selection/conflict/conflict.ts";
import { type KnownTie, recusingTies } from "#app/selection/conflict/conflict-register.ts";
import { PANEL_SIZE } from "./composition-settings.ts";
import { knownExpertise, type ProposedMember } from "./panel-composition.ts";
import type { PanelAccount } from "./panel-page.ts";

/** Values of a form by field name. */
type Read = (name: string) => string | null;

const isGender = (value: string | null): value is Gender => GENDERS.some((gender) => gender === value);

/** Rows of a form of a whole panel; as many as a panel may have members. */
export const ROWS = Array.from({ length: PANEL_SIZE.most }, (_, row) => row);

/**
 * Reads a panel's form as it stands while it is filled in, so that its rules can be shown as members are added. Rows
 * without a member are left out; what is posted is read by `panelSchema`, not here.
 */
export function readRows(read: Read): readonly ProposedMember[] {
  const chair = read("chair");
  return ROWS.flatMap((row) => {
    const userId = read(`members[${row}].userId`) ?? "";
    const gender = read(`members[${row}].gender`);
    if (userId === "") return [];
    return [
      {
        userId,
        chair: chair === String(row),
        gender: isGender(gender) ? gender : "notStated",
        nationality: read(`members[${row}].nationality`) ?? "",
        external: read(`members[${row}].external`) !== null,
        ...knownExpertise(read(`members[${row}].level`), read(`members[${row}].field`)),
      },
    ];
  });
}

/** A conflict of somebody proposed, with both names. */
export interface FoundConflict {
  readonly userId: string;
  readonly candidacyId: string;
  readonly member: string;
  readonly candidate: string;
  readonly sources: readonly ConflictSource[];
}

/** What conflicts of a proposed panel are looked up in. */
export interface ConflictFiles {
  readonly accounts: readonly PanelAccount[];
  readonly ties: readonly (PersonTies & { readonly candidacyId: string })[];
  /** What the register holds between these accounts and people. */
  readonly known: readonly KnownTie[];
  /** ISO date: what has expired before it does not count. */
  readonly today: string;
}

/** The conflicts of a proposed panel, by member and candidacy: those on file, under the pins and declarations of the register. */
export function proposedConflicts(
  members: readonly Pick<ProposedMember, "userId" | "nationality">[],
  { accounts, ties, known, today }: ConflictFiles,
): readonly FoundConflict[] {
  const account = new Map(accounts.map((one) => [one.userId, one]));
  return members.flatMap(({ userId, nationality }) => {
    const file = account.get(userId);
    const member = {
      userId,
      name: file?.name ?? userId,
      nationalities: [...new Set([nationality, ...(file?.nationalities ?? [])])].filter(
        (code) => code !== "",
      ),
      career: file?.career ?? [],
    };
    return ties.flatMap((tie) => {
      const held = known.filter((one) => one.userId === userId && one.personId === tie.personId);
      const sources = recusingTies(held, derivedConflicts(member, tie, today), today).map(
        ({ source }) => source,
      );
      if (sources.length === 0) return [];
      return [{ userId, candidacyId: tie.candidacyId, member: member.name, candidate: tie.name, sources }];
    });
  });
}
