import type { DossierFacts, PanelCandidacyFacts, PanelFacts } from "#app/access/panel-permissions.ts";
import type { VacancyState } from "#app/selection/lifecycle.ts";
import type { PanelAtWork } from "#app/selection/sheet/reveal.ts";
import { openRounds, type PanelPhase, roundOf } from "./phase.ts";

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
  readonly interview: boolean;
  readonly blind: boolean;
  /** It scores an invented case before its desk opens. */
  readonly calibrates: boolean;
  /** By candidacy, the letters under which a blind panel knows it; none for one that is not blind. */
  readonly letters: ReadonlyMap<string, string>;
  readonly comparedAt: Date | null;
  readonly revealedAt: Date | null;
  /** Its report bears every signature. */
  readonly reported: boolean;
  readonly members: readonly Seat[];
  /** The candidacies judged, in the order of their ids. */
  readonly candidacyIds: readonly string[];
  /** Those of them that are not interviewed. */
  readonly passedOver: readonly string[];
  /** The candidacies among which is decided, and by whom it was; null where the report reached no decision. */
  readonly decision: {
    readonly decidedByUserId: string | null;
    readonly candidacyIds: readonly string[];
  } | null;
}

type Someone = { readonly userId: string | null };

type Opened = Pick<PanelState, "phase" | "comparedAt" | "revealedAt">;

/** Whether all sheets are open to each other: never those of a panel that was closed before they were. */
export const isRevealed = (panel: Opened): boolean => openRounds(panel).includes("interview");

/** Whether the desk sheets are open to each other. */
export const isCompared = (panel: Opened): boolean => openRounds(panel).includes("desk");

/** The member's seat of an account, if it has one. */
export const seatOf = (panel: Pick<PanelState, "members">, { userId }: Someone): Seat | undefined =>
  userId === null ? undefined : panel.members.find((seat) => seat.userId === userId);

/** What `can()` asks of a panel. */
export const factsOf = (panel: {
  readonly members: readonly Pick<Seat, "userId" | "chair">[];
}): PanelFacts => ({
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

/** The candidacies that a panel interviews: all it judges, less those passed over. */
export const invitedOf = ({
  candidacyIds,
  passedOver,
}: Pick<PanelState, "candidacyIds" | "passedOver">): readonly string[] =>
  candidacyIds.filter((id) => !passedOver.includes(id));

/** The candidacies that sheets are owed on in the round under way. */
export const judgedNow = (
  panel: Pick<PanelState, "candidacyIds" | "passedOver" | "phase" | "interview">,
): readonly string[] => (roundOf(panel.phase, panel) === "interview" ? invitedOf(panel) : panel.candidacyIds);

/** From how many of some candidacies each member is recused. */
export const recusalsAmong = (
  { members }: { readonly members: readonly Pick<Seat, "id" | "recusedFrom">[] },
  candidacyIds: readonly string[],
): ReadonlyMap<string, number> => {
  const among = new Set(candidacyIds);
  return new Map(
    members.map(({ id, recusedFrom }) => [id, recusedFrom.filter((one) => among.has(one)).length]),
  );
};

/** The panel as the reveal's rules read it, with what is loaded beside it: submitted sheets, interviews not yet held. */
export const atWork = (
  panel: PanelState,
  submitted: PanelAtWork["submitted"],
  unheard: NonNullable<PanelAtWork["unheard"]> = [],
): PanelAtWork => ({
  members: panel.members,
  candidacyIds: judgedNow(panel),
  foundOn: panel.candidacyIds,
  recusals: panel.members.flatMap(({ id, recusedFrom }) =>
    recusedFrom.map((candidacyId) => ({ memberId: id, candidacyId })),
  ),
  submitted,
  unheard,
});
