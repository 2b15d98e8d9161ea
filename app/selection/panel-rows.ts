import { GENDERS, type Gender } from "#app/gender/counts.ts";
import type { CandidacyTies, DerivedConflict } from "./conflict.ts";
import { derivedConflicts } from "./conflict.ts";
import { PANEL_SIZE, type ProposedMember } from "./panel-composition.ts";
import type { PanelAccount, SetSeat } from "./panel-page.ts";

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
  readonly sources: readonly (DerivedConflict["source"] | "declared")[];
}

/** The conflicts of a proposed panel: those on file, and those its members declared, by member and candidacy. */
export function proposedConflicts(
  members: readonly Pick<ProposedMember, "userId" | "nationality">[],
  accounts: readonly PanelAccount[],
  ties: readonly (CandidacyTies & { readonly name: string })[],
  seats: readonly Pick<SetSeat, "userId" | "conflicts">[],
): readonly FoundConflict[] {
  const account = new Map(accounts.map((one) => [one.userId, one]));
  const seat = new Map(seats.map((one) => [one.userId, one]));
  return members.flatMap(({ userId, nationality }) =>
    ties.flatMap((tie) => {
      const known = account.get(userId);
      const derived = derivedConflicts({ userId, nationality, career: known?.career ?? [] }, tie);
      const declared = seat
        .get(userId)
        ?.conflicts.some((one) => one.candidacyId === tie.candidacyId && one.source === "declared");
      const sources = [...derived.map(({ source }) => source), ...(declared ? (["declared"] as const) : [])];
      if (sources.length === 0) return [];
      const names = { member: known?.name ?? userId, candidate: tie.name };
      return [{ userId, candidacyId: tie.candidacyId, ...names, sources }];
    }),
  );
}
