import type { DossierFacts, PanelCandidacyFacts, PanelFacts } from "#app/access/can.ts";
import type { PanelPhase, VacancyState } from "./lifecycle.ts";
import type { PanelAtWork } from "./reveal.ts";

/** A seat on a panel, as permissions and rules need it. */
export interface Seat {
  readonly id: string;
  readonly userId: string;
  readonly chair: boolean;
  readonly declared: boolean;
  /** Candidacies from which the member is recused, whatever the source. */
  readonly recusedFrom: readonly string[];
}

/** A panel with what its permissions and guards hang on. */
export interface PanelState {
  readonly id: string;
  readonly vacancyId: string;
  readonly phase: PanelPhase;
  readonly version: number;
  readonly vacancyState: VacancyState;
  readonly revealedAt: Date | null;
  /** Its report bears every signature. */
  readonly reported: boolean;
  readonly members: readonly Seat[];
  /** The candidacies judged, in the order of their ids. */
  readonly candidacyIds: readonly string[];
  /** The candidacies among which is decided, and by whom it was; null where the report reached no decision. */
  readonly decision: {
    readonly decidedByUserId: string | null;
    readonly candidacyIds: readonly string[];
  } | null;
}

type Someone = { readonly userId: string | null };

/** Phases in which sheets are open to each other. */
const REVEALED: ReadonlySet<PanelPhase> = new Set(["revealed", "reported"]);

/** Whether sheets are open to each other: never those of a panel that was closed before they were. */
export const isRevealed = ({ phase, revealedAt }: Pick<PanelState, "phase" | "revealedAt">): boolean =>
  REVEALED.has(phase) || (phase === "closed" && revealedAt !== null);

/** The member's seat of an account, if it has one. */
export const seatOf = (panel: Pick<PanelState, "members">, { userId }: Someone): Seat | undefined =>
  userId === null ? undefined : panel.members.find((seat) => seat.userId === userId);

/** What `can()` asks of a panel. */
export const factsOf = (panel: Pick<PanelState, "members">): PanelFacts => ({
  memberUserIds: panel.members.map(({ userId }) => userId),
  chairUserId: panel.members.find(({ chair }) => chair)?.userId ?? null,
});

/** What `can()` asks of one candidacy before a panel, for the account that asks. */
export const candidacyFactsOf = (
  panel: Pick<PanelState, "members">,
  candidacyId: string,
  someone: Someone,
): PanelCandidacyFacts => ({
  ...factsOf(panel),
  declared: seatOf(panel, someone)?.declared ?? false,
  recusedUserIds: panel.members
    .filter(({ recusedFrom }) => recusedFrom.includes(candidacyId))
    .map(({ userId }) => userId),
});

/** What `can()` asks of one candidacy's file, for the account that asks. */
export const dossierFactsOf = (
  panel: Pick<PanelState, "members" | "decision">,
  candidacyId: string,
  someone: Someone,
): DossierFacts => ({
  ...candidacyFactsOf(panel, candidacyId, someone),
  decision: panel.decision?.candidacyIds.includes(candidacyId)
    ? { decidedByUserId: panel.decision.decidedByUserId }
    : null,
});

/**
 * The candidacies that an account may not see: those from which it is recused as a member, whichever of its roles it
 * wears. Without this, an officer who also sits on the panel would see as officer what is closed to the member.
 */
export const withheldFrom = (panel: Pick<PanelState, "members">, someone: Someone): ReadonlySet<string> =>
  new Set(seatOf(panel, someone)?.recusedFrom ?? []);

/** The judged candidacies that an account may see. */
export function visibleTo(
  panel: Pick<PanelState, "members" | "candidacyIds">,
  someone: Someone,
): readonly string[] {
  const withheld = withheldFrom(panel, someone);
  return panel.candidacyIds.filter((id) => !withheld.has(id));
}

/** The panel as the reveal's rules read it. */
export const atWork = (panel: PanelState, submitted: PanelAtWork["submitted"]): PanelAtWork => ({
  members: panel.members,
  candidacyIds: panel.candidacyIds,
  recusals: panel.members.flatMap(({ id, recusedFrom }) =>
    recusedFrom.map((candidacyId) => ({ memberId: id, candidacyId })),
  ),
  submitted,
});
