import { take } from "#app/access/transition.ts";
import { vacancyTransitions } from "#app/selection/lifecycle.ts";
import { isOutOfDate, type ReportStand } from "#app/selection/report/panel-report.ts";
import {
  belowQuorum,
  openInterviews,
  type PanelAtWork,
  panelProgress,
  revealRound,
} from "#app/selection/sheet/reveal.ts";
import { atWork, invitedOf, type PanelState, type Seat } from "./panel-facts.ts";
import { PHASE_RIGHTS } from "./phase.ts";

/** What stands on paper before a panel, beside what the panel itself says. */
export interface PanelWork {
  /** The sheets submitted in the round under way. */
  readonly submitted: PanelAtWork["submitted"];
  /** The candidacies with a time for their interview. */
  readonly arranged: readonly string[];
  /** In the round of the interviews, those whose interview has not begun. */
  readonly unheard: NonNullable<PanelAtWork["unheard"]>;
  /** The findings written, with the version of each. */
  readonly findings: readonly { readonly candidacyId: string; readonly version: number }[];
  /** The sample case: whether its sheets are open, and who has handed one in. */
  readonly samples: { readonly opened: boolean; readonly submittedBy: readonly string[] } | null;
  /** The latest report, whether or not it is still up to date. */
  readonly report: {
    readonly content: ReportStand;
    readonly signedBy: readonly string[];
  } | null;
}

/** What waits for a member; of sheets and findings also how many. */
export type MemberTask =
  | {
      readonly kind:
        | "declare"
        | "calibrate"
        | "agreeLevels"
        | "reveal"
        | "interviews"
        | "makeReport"
        | "signReport";
    }
  | { readonly kind: "score" | "findings"; readonly count: number };

/**
 * What waits for one member of a panel, by the rules that the acts themselves ask: no task leads to a refusal.
 *
 * @returns null where nothing waits, or others have to act first
 */
export function memberTask(panel: PanelState, seat: Seat, work: PanelWork): MemberTask | null {
  const { scores, moderates, arranges } = PHASE_RIGHTS[panel.phase];
  if (panel.phase === "calibration") return sampleTask(seat, work);
  if (scores !== null) return scoringTask(panel, seat, work);
  if (moderates) return reportTask(panel, seat, work);
  return arranges &&
    seat.chair &&
    openInterviews({ ...panel, candidacyIds: invitedOf(panel) }, work.arranged).ok
    ? { kind: "interviews" }
    : null;
}

/** Before the desk: to declare, to score the sample case, and for the chair to write what was agreed. */
function sampleTask(seat: Seat, { samples }: PanelWork): MemberTask | null {
  if (!seat.declared) return { kind: "declare" };
  if (samples === null) return null;
  if (samples.opened) return seat.chair ? { kind: "agreeLevels" } : null;
  return samples.submittedBy.includes(seat.id) ? null : { kind: "calibrate" };
}

function scoringTask(panel: PanelState, seat: Seat, { submitted, unheard }: PanelWork): MemberTask | null {
  if (!seat.declared) return { kind: "declare" };
  const all = atWork(panel, submitted, unheard);
  const toCome = new Set(unheard.map(({ candidacyId }) => candidacyId));
  const heard = all.candidacyIds.filter((id) => !toCome.has(id));
  const own = panelProgress(all, heard).find(({ memberId }) => memberId === seat.id);
  const owed = (own?.assigned ?? 0) - (own?.submitted ?? 0);
  if (owed > 0) return { kind: "score", count: owed };
  return seat.chair && revealRound(panel, all).ok ? { kind: "reveal" } : null;
}

function reportTask(panel: PanelState, seat: Seat, { findings, report }: PanelWork): MemberTask | null {
  const found = new Set(findings.map(({ candidacyId }) => candidacyId));
  const wanting = panel.candidacyIds.filter((id) => !found.has(id)).length;
  if (seat.chair && wanting > 0) return { kind: "findings", count: wanting };
  if (report === null || isOutOfDate(report.content, { findings, members: panel.members }))
    return seat.chair ? { kind: "makeReport" } : null;
  return report.signedBy.includes(seat.id) ? null : { kind: "signReport" };
}

/** A panel as far as its recusals may stand in its way. */
type Seated = Pick<PanelState, "candidacyIds" | "phase"> & {
  readonly members: readonly Pick<Seat, "id" | "chair" | "recusedFrom">[];
};

/** What only the secretariat can mend while a panel scores: who must find on all is recused, or too few may judge. */
export function troublesOf(panel: Seated) {
  const chair = panel.members.find((member) => member.chair);
  const live = new Set(panel.candidacyIds);
  return {
    chairRecused: chair?.recusedFrom.some((id) => live.has(id)) ?? false,
    belowQuorum: panel.phase === "desk" || panel.phase === "calibration" ? shortOfJudges(panel) : 0,
  };
}

/** How many candidacies fewer members judge than a quorum, as recusals stand. */
export function shortOfJudges({ members, candidacyIds }: Omit<Seated, "phase">): number {
  const recusals = members.flatMap(({ id, recusedFrom }) =>
    recusedFrom.map((candidacyId) => ({ memberId: id, candidacyId })),
  );
  return belowQuorum({ members, candidacyIds, recusals }).length;
}

/** Whether the secretariat has to change a panel that is at work: while it compares, only its chair can be changed. */
export function needsMending(panel: Seated & Pick<PanelState, "vacancyState">): boolean {
  const { chairRecused, belowQuorum: short } = troublesOf(panel);
  if (panel.vacancyState === "revealed") return chairRecused;
  return panel.vacancyState === "assessment" && (chairRecused || short > 0);
}

interface Screened {
  readonly unscreened: number;
  readonly screenedIn: number;
}

/** Whether nothing but its panel keeps a vacancy from being assessed: the guard is asked as if one were seated. */
export const waitsForPanel = (screened: Screened): boolean =>
  take(vacancyTransitions.openAssessment, "screening", { ...screened, members: 3, hasChair: true }).ok;
