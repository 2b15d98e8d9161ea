import { type Result, refuse } from "#app/access/result.ts";
import { because, take } from "#app/access/transition.ts";
import type { CriterionStage } from "#app/selection/rubric/criterion-group.ts";

/**
 * The phases of a panel in their order. `calibration`: an invented case is scored, to agree what earns a level; `compared`: the desk sheets are open to each other and the interviews are
 * arranged; `revealed`: all sheets are open and the panel moderates; `reported`: its report is signed. The last reveal
 * begins moderation (docs/decisions/0031).
 */
export const PANEL_PHASES = [
  "forming",
  "calibration",
  "desk",
  "compared",
  "interview",
  "revealed",
  "reported",
  "closed",
] as const;
export type PanelPhase = (typeof PANEL_PHASES)[number];

/** The rounds in which sheets are written: on the file, and in the interview. */
export const SHEET_STAGES = ["desk", "interview"] as const;
export type SheetStage = (typeof SHEET_STAGES)[number];

/** How a panel works, as it was set before it opened. */
export interface PanelPlan {
  /** Whether candidates are interviewed once the desk sheets have been compared. */
  readonly interview: boolean;
  /** Whether an invented case is scored before the desk opens; not where it is left out. */
  readonly calibrates?: boolean;
}

/** What members may do and see in a phase: every permission that hangs on it. Names are open to who has declared. */
export interface PhaseRights {
  /** The round whose sheets are written; null where none is. */
  readonly scores: SheetStage | null;
  /** The rounds whose sheets members see of each other. */
  readonly opens: readonly SheetStage[];
  /** A conflict can be declared. */
  readonly declares: boolean;
  /** What of the seats the secretariat can change: all, whoever has not submitted, the chair alone, nothing. */
  readonly seats: "all" | "unsubmitted" | "chair" | "none";
  /** Interviews can be set, moved and called off. */
  readonly arranges: boolean;
  /** Findings are written, and the report is made and signed. */
  readonly moderates: boolean;
}

/** What each phase permits. Nobody scores a round that is open, so nobody scores after having seen another's mark on it. */
export const PHASE_RIGHTS: { readonly [P in PanelPhase]: PhaseRights } = {
  forming: {
    scores: null,
    opens: [],
    declares: false,
    seats: "all",
    arranges: false,
    moderates: false,
  },
  calibration: {
    scores: null,
    opens: [],
    declares: true,
    seats: "unsubmitted",
    arranges: false,
    moderates: false,
  },
  desk: {
    scores: "desk",
    opens: [],
    declares: true,
    seats: "unsubmitted",
    arranges: false,
    moderates: false,
  },
  compared: {
    scores: null,
    opens: ["desk"],
    declares: true,
    seats: "chair",
    arranges: true,
    moderates: false,
  },
  interview: {
    scores: "interview",
    opens: ["desk"],
    declares: true,
    seats: "chair",
    arranges: true,
    moderates: false,
  },
  revealed: {
    scores: null,
    opens: SHEET_STAGES,
    declares: true,
    seats: "chair",
    arranges: false,
    moderates: true,
  },
  reported: {
    scores: null,
    opens: SHEET_STAGES,
    declares: false,
    seats: "none",
    arranges: false,
    moderates: false,
  },
  closed: {
    scores: null,
    opens: [],
    declares: false,
    seats: "none",
    arranges: false,
    moderates: false,
  },
};

/** The phases in which a panel is at work: a conflict found in one of them recuses at once. */
export const PHASES_AT_WORK: readonly PanelPhase[] = PANEL_PHASES.filter(
  (phase) => PHASE_RIGHTS[phase].declares,
);

/**
 * The phases that a panel goes through, in order: one without a sample case opens with its desk, one without interviews
 * goes from its desk sheets to moderation.
 */
export const phasesOf = ({ interview, calibrates = false }: PanelPlan): readonly PanelPhase[] =>
  PANEL_PHASES.filter((phase) => calibrates || phase !== "calibration").filter(
    (phase) => interview || (phase !== "compared" && phase !== "interview"),
  );

/** The phase that follows; null after the last. */
export function nextPhase(phase: PanelPhase, plan: PanelPlan): PanelPhase | null {
  const phases = phasesOf(plan);
  const at = phases.indexOf(phase);
  return at === -1 ? null : (phases[at + 1] ?? null);
}

/**
 * Moves a panel on by one phase.
 *
 * Phases follow one another in the stated order, one at a time and never back; closing alone is open from anywhere, for
 * a vacancy can end at any time.
 *
 * @returns `to`, or `wrongPhase` where it does not follow the phase the panel is in
 */
export function movePhase(phase: PanelPhase, to: PanelPhase, plan: PanelPlan): Result<PanelPhase> {
  const closing = to === "closed" && phase !== "closed";
  return take(
    {
      from: [phase],
      to,
      guard: () => (closing || nextPhase(phase, plan) === to ? null : because("wrongPhase")),
    },
    phase,
    undefined,
  );
}

/** Whether a rubric leaves anything to be judged in an interview: without that there is none. */
export const hasInterviewCriteria = (criteria: readonly { readonly stage: CriterionStage }[]): boolean =>
  criteria.some(({ stage }) => stage !== "desk");

/**
 * The criteria that a round's sheets are on: those of its stage and those judged in both; all of them where the panel
 * holds no interviews, since nothing may be left unjudged.
 */
export function criteriaOf<C extends { readonly stage: CriterionStage }>(
  criteria: readonly C[],
  round: SheetStage,
  { interview }: PanelPlan,
): readonly C[] {
  return interview ? criteria.filter(({ stage }) => stage === round || stage === "both") : criteria;
}

/** The round that a panel is in, or was last in: whose sheets are owed, counted and revealed next. */
export const roundOf = (phase: PanelPhase, { interview }: PanelPlan): SheetStage =>
  interview && (phase === "interview" || phase === "revealed" || phase === "reported") ? "interview" : "desk";

/** Which rounds' sheets are open to each other: what was opened before a panel was closed stays open. */
export function openRounds(panel: {
  readonly phase: PanelPhase;
  readonly comparedAt: Date | null;
  readonly revealedAt: Date | null;
}): readonly SheetStage[] {
  if (panel.phase !== "closed") return PHASE_RIGHTS[panel.phase].opens;
  if (panel.revealedAt !== null) return SHEET_STAGES;
  return panel.comparedAt !== null ? ["desk"] : [];
}

interface StagedEntry {
  readonly criterionId: string;
  readonly level: number | null;
}

/**
 * A member's answers on a candidacy from both rounds as one: on a criterion judged in both, the answer of the
 * interview, which knows the file and the person; the desk's where the interview did not observe it.
 *
 * @param desk entries of the desk sheet, `interview` those of the interview's; either may be empty
 */
export function standingEntries<E extends StagedEntry>(
  desk: readonly E[],
  interview: readonly E[],
): readonly E[] {
  const later = new Map(interview.map((entry) => [entry.criterionId, entry]));
  const kept = desk.filter(({ criterionId, level }) => {
    const other = later.get(criterionId);
    return other === undefined || (other.level === null && level !== null);
  });
  const taken = new Set(kept.map(({ criterionId }) => criterionId));
  return [...kept, ...interview.filter(({ criterionId }) => !taken.has(criterionId))];
}

/** A reason for moving days that were set says something when it has so many characters. */
export const MOVE_REASON_LENGTH = 20;

/** The days planned for a phase: ISO 8601 days, or empty. */
export interface PlannedDays {
  readonly phase: PanelPhase;
  readonly opensOn: string;
  readonly closesOn: string;
}

/** The phases that the secretariat sets days for. */
export const DATED_PHASES = ["calibration", "desk", "compared", "interview", "revealed"] as const;
export type DatedPhase = (typeof DATED_PHASES)[number];

interface Planned {
  /** The days as they stand. */
  readonly before: readonly PlannedDays[];
  /** What has been opened or closed already. */
  readonly opened: ReadonlySet<PanelPhase>;
  readonly closed: ReadonlySet<PanelPhase>;
}

/**
 * Whether days may be set so: each phase ends no earlier than it begins and begins no earlier than the one before ends,
 * what is past is not rewritten, and days that stood already are moved with a reason alone.
 *
 * @param days of the phases in their order
 * @returns the phases whose days change, or why not
 */
export function planDays(
  days: readonly PlannedDays[],
  reason: string,
  { before, opened, closed }: Planned,
): Result<readonly PlannedDays[]> {
  let last = "";
  for (const { phase, opensOn, closesOn } of days) {
    if (opensOn !== "" && opensOn < last) return refuse("phaseOrder", {}, `${phase}.opensOn`);
    last = opensOn === "" ? last : opensOn;
    if (closesOn !== "" && closesOn < last) return refuse("phaseOrder", {}, `${phase}.closesOn`);
    last = closesOn === "" ? last : closesOn;
  }
  const standing = new Map(before.map((one) => [one.phase, one]));
  const was = (phase: PanelPhase) => standing.get(phase) ?? { opensOn: "", closesOn: "" };
  const changed = days.filter(
    (one) => one.opensOn !== was(one.phase).opensOn || one.closesOn !== was(one.phase).closesOn,
  );
  const past = changed.find(
    (one) => closed.has(one.phase) || (opened.has(one.phase) && one.opensOn !== was(one.phase).opensOn),
  );
  if (past) return refuse("phasePast", {}, `${past.phase}.opensOn`);
  const moved = changed.some(({ phase, opensOn, closesOn }) => {
    const { opensOn: from, closesOn: until } = was(phase);
    return (from !== "" && from !== opensOn) || (until !== "" && until !== closesOn);
  });
  if (moved && reason.trim().length < MOVE_REASON_LENGTH)
    return refuse("moveReasonMissing", { characters: MOVE_REASON_LENGTH }, "reason");
  return { ok: true, value: changed };
}
