import { z } from "zod";
import { ok, type Result, refuse } from "#app/access/result.ts";
import type { Gender } from "#app/gender/counts.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import type { VacancyTitle } from "#app/selection/panel/panel-page.ts";
import type { PanelPhase } from "#app/selection/panel/phase.ts";
import { BALANCE_REASON_LENGTH, balanceReasonNeeded } from "#app/selection/report/report-balance.ts";

/** A reason for not interviewing somebody says something when it has so many characters. */
export const PASSED_REASON_LENGTH = 20;
const PASSED_REASON_MOST = 1000;

/**
 * Whom a panel interviews, as its form posts it: each candidacy, ticked where it is invited, else with its own reason or
 * the one that is common to all who have none of their own. It gives the candidacies passed over, each with its reason.
 * `version` is the one the form was opened upon, 0 for none yet.
 */
export const shortlistSchema = z
  .object({
    version: versionNumber,
    balanceReason: z.string().trim().max(2000).default(""),
    commonReason: z.string().trim().max(PASSED_REASON_MOST).default(""),
    rows: z
      .array(
        z.object({
          candidacyId: z.uuid(),
          invited: z.literal("on").optional(),
          reason: z.string().trim().max(PASSED_REASON_MOST).default(""),
        }),
      )
      .min(1)
      .max(500),
  })
  .superRefine(({ rows, commonReason }, context) => {
    if (commonReason !== "" && commonReason.length < PASSED_REASON_LENGTH)
      context.addIssue({ code: "custom", path: ["commonReason"], message: "ruleReasonShort" });
    rows.forEach(({ invited, reason }, place) => {
      const own = reason !== "" || commonReason === "";
      if (invited !== "on" && own && reason.length < PASSED_REASON_LENGTH)
        context.addIssue({ code: "custom", path: ["rows", place, "reason"], message: "ruleReasonShort" });
    });
  })
  .transform(({ rows, commonReason, ...rest }) => ({
    ...rest,
    passedOver: rows.flatMap(({ invited, candidacyId, reason }) =>
      invited === "on" ? [] : [{ candidacyId, reason: reason || commonReason }],
    ),
  }));
export type ShortlistOrder = z.output<typeof shortlistSchema>;

/** A candidacy on the page of the shortlist. */
interface ShortlistLine {
  readonly candidacyId: string;
  readonly name: string;
  readonly gender: Gender;
  /** Why it is not interviewed; null where it is. */
  readonly passedOver: string | null;
  /** Members who are not recused from it. */
  readonly judges: number;
  /** Whether its place can still be changed. */
  readonly open: boolean;
}

/** So many candidacies stand in one section of the form. */
const SECTION = 25;

/** Candidacies in sections of a few, each with the place of its first among all: what fits in one is one. */
export function inSections<L>(
  lines: readonly L[],
): readonly { readonly from: number; readonly lines: readonly L[] }[] {
  return Array.from({ length: Math.ceil(lines.length / SECTION) }, (_, n) => ({
    from: n * SECTION,
    lines: lines.slice(n * SECTION, (n + 1) * SECTION),
  }));
}

/** Whom a panel interviews, as one reader may see it. */
export interface ShortlistPage {
  readonly panelId: string;
  readonly vacancy: VacancyTitle;
  readonly version: number;
  readonly balanceReason: string;
  readonly maySet: boolean;
  readonly lines: readonly ShortlistLine[];
}

/** Whether the shortlist can be set in a phase: between the reveal of the desk and the interviews, and, for who loses their judges or is not heard, during them. */
export const mayShortlist = ({
  phase,
  interview,
}: {
  readonly phase: PanelPhase;
  readonly interview: boolean;
}): boolean => interview && (phase === "compared" || phase === "interview");

interface Standing {
  readonly phase: PanelPhase;
  /** Everybody judged, with their gender. */
  readonly judged: readonly { readonly candidacyId: string; readonly gender: Gender }[];
  readonly passedOver: readonly string[];
  /** Those judged by fewer than a quorum. */
  readonly belowQuorum: readonly string[];
  /** Those whose interview was not held. */
  readonly notHeld: readonly string[];
}

/**
 * Whether some candidacies may be passed over: they are judged here, somebody is left to be heard, and three or more who
 * are heard have a woman and a man among them or a reason why not (METHOD §5). Once the interviews are open only those are
 * added that have too few judges left, since nobody can join to restore a quorum, and those whose interview was not held,
 * since nobody can be scored on it; nobody comes back.
 */
export function shortlistFits(
  { passedOver, balanceReason }: Omit<ShortlistOrder, "version">,
  standing: Standing,
): Result<undefined> {
  const out = new Set(passedOver.map(({ candidacyId }) => candidacyId));
  const known = new Set(standing.judged.map(({ candidacyId }) => candidacyId));
  if ([...out].some((id) => !known.has(id))) return refuse("panelChangedMeanwhile");
  const invited = standing.judged.filter(({ candidacyId }) => !out.has(candidacyId));
  if (invited.length === 0) return refuse("nobodyInvited");
  if (standing.phase === "interview") {
    const before = new Set(standing.passedOver);
    const short = new Set([...standing.belowQuorum, ...standing.notHeld]);
    const changed = [...known].filter((id) => before.has(id) !== out.has(id));
    if (changed.some((id) => before.has(id) || !short.has(id))) return refuse("shortlistFixed");
  }
  return balanceReasonNeeded(invited.map(({ gender }) => gender)) &&
    balanceReason.length < BALANCE_REASON_LENGTH
    ? refuse("balanceReasonMissing", {}, "balanceReason")
    : ok();
}
