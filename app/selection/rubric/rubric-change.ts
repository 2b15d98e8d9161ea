import { z } from "zod";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { formDay } from "#app/platform/form-day.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import type { VacancyState } from "#app/selection/lifecycle.ts";
import { hasInterviewCriteria, PANEL_PHASES, type PanelPhase } from "#app/selection/panel/phase.ts";
import type { SheetEntry } from "#app/selection/sheet/sheet-entry.ts";
import type { WeightedCriterion } from "./rubric.ts";

/** Least and most characters of the reason for which a published rubric is changed. */
export const CHANGE_REASON = { least: 20, most: 2000 } as const;

/** The states of a vacancy in which its published rubric can still be changed: until somebody has signed upon it. */
const CHANGEABLE: readonly VacancyState[] = ["open", "screening", "assessment", "revealed"];

/** What a change of a published rubric is decided upon. */
export interface ChangeFacts {
  readonly state: VacancyState;
  /** Members who signed a report that still stands. */
  readonly signatures: number;
}

/** Whether a vacancy's published rubric can be changed now, or why not. */
export function mayChangeRubric({ state, signatures }: ChangeFacts): Result<undefined> {
  if (state === "draft") return refuse("rubricNotPublished");
  if (state === "decided" || state === "closed") return refuse("rubricDecided");
  if (!CHANGEABLE.includes(state) || signatures > 0) return refuse("rubricReportSigned");
  return ok();
}

/** Where a panel goes on once its rubric was changed: who had begun to score begins anew with the desk. */
export const phaseAfterChange = (phase: PanelPhase): PanelPhase =>
  phase === "forming" || phase === "calibration" || phase === "closed" ? phase : "desk";

interface Changing {
  readonly phase: PanelPhase;
  readonly interview: boolean;
}

/**
 * Whether a panel can go on with a rubric: one that interviews needs something to judge there, and one that scores
 * anew a day by which.
 *
 * @param panel null where none was chosen yet
 * @param dueOn ISO 8601 day, or empty
 * @param today ISO 8601 day
 */
export function fitsPanel(
  panel: Changing | null,
  criteria: readonly Pick<WeightedCriterion, "stage">[],
  { dueOn, today }: { readonly dueOn: string; readonly today: string },
): Result<undefined> {
  if (!panel) return ok();
  if (panel.interview && !hasInterviewCriteria(criteria)) return refuse("rubricWithoutInterview");
  if (phaseAfterChange(panel.phase) === "desk" && dueOn < today) return refuse("rubricDueOn", {}, "dueOn");
  return ok();
}

/** A criterion with what decides whether a mark on it still means the same. */
export type JudgedCriterion = Pick<
  WeightedCriterion,
  "code" | "name" | "definition" | "anchors" | "libraryVersion"
> & { readonly id: string };

interface Judged {
  readonly levels: number;
  readonly criteria: readonly JudgedCriterion[];
}

/**
 * The criteria that are unchanged from one rubric to another, by the id they had before with the id they have now: the
 * same version of the library's, the same words, anchors and scale. What it weighs, its minimum and where it is judged
 * do not change what a mark on it means.
 */
export function unchangedCriteria(before: Judged, after: Judged): ReadonlyMap<string, string> {
  if (before.levels !== after.levels) return new Map();
  return new Map(
    before.criteria.flatMap((old) => {
      const now = after.criteria.find(({ code }) => code === old.code);
      return now && meaningOf(now) === meaningOf(old) ? [[old.id, now.id] as const] : [];
    }),
  );
}

const meaningOf = ({ name, definition, anchors, libraryVersion }: JudgedCriterion): string =>
  JSON.stringify([
    [libraryVersion, name.en, name.fr, definition.en, definition.fr],
    anchors.map(({ level, en, fr }) => [level, en, fr]),
  ]);

/**
 * What of a sheet under the rubric before is offered for the sheet under the one now: the member's own answers on
 * criteria that are unchanged. Nothing is there for the others.
 */
export const carriedEntries = <E extends Pick<SheetEntry, "criterionId">>(
  entries: readonly E[],
  unchanged: ReadonlyMap<string, string>,
): readonly E[] =>
  entries.flatMap((entry) => {
    const criterionId = unchanged.get(entry.criterionId);
    return criterionId === undefined ? [] : { ...entry, criterionId };
  });

const instant = z.string().nullable();

const setAside = z.object({
  periods: z.array(
    z.object({
      phase: z.enum(PANEL_PHASES),
      opensOn: instant,
      closesOn: instant,
      openedAt: instant,
      openedById: z.string().nullable(),
      closedAt: instant,
      closedById: z.string().nullable(),
      moveReason: z.string().nullable(),
    }),
  ),
  /** Null where the panel had not said whom it interviews. */
  shortlist: z
    .object({
      balanceReason: z.string(),
      decidedById: z.string(),
      decidedAt: z.string(),
      passedOver: z.array(z.object({ candidacyId: z.uuid(), reason: z.string() })),
    })
    .nullable(),
  /** What was agreed on the sample case, on every criterion there was. */
  notes: z.array(z.object({ criterionId: z.uuid(), text: z.string() })),
  /** Sample sheets as they stood. */
  samples: z.array(z.object({ memberId: z.uuid(), entries: z.unknown(), submittedAt: instant })),
});

/** How a panel stood when its rubric was changed: what no row holds any more, kept with the change. */
export type SetAside = z.output<typeof setAside>;

/**
 * Reads what a change set aside from its JSON column.
 *
 * @throws where the column holds something else: the program wrote it, so that is a fault
 */
export const setAsideOf = (json: unknown): SetAside => setAside.parse(json);

/** What is set aside where there is no panel yet. */
export const NOTHING_SET_ASIDE: SetAside = { periods: [], shortlist: null, notes: [], samples: [] };

/** A change of a rubric as its form posts it. */
export const rubricChangeSchema = z.object({
  version: versionNumber.min(1),
  reason: z.string().trim().min(CHANGE_REASON.least).max(CHANGE_REASON.most),
  dueOn: formDay.optional(),
});
