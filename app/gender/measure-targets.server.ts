import { daysAfter } from "#app/platform/utc-day.ts";
import { countOpened } from "./balance.queries.server.ts";
import { reachedTally, twelveMonthsTo } from "./balance.ts";
import { RELEASE_COLUMNS } from "./balance-release.ts";
import { SMALLEST_PERCENT_BASE } from "./disclosure.ts";
import { publishBalance } from "./publish-balance.server.ts";
import { countIn } from "./stage-impact.ts";
import { type Figure, holdTargets, type Leaders } from "./target.queries.server.ts";
import type { MeasuredTarget, StandingTarget } from "./target.ts";

/**
 * Holds targets against today's figures, as far as the reader sees them: of nominations those who do not see exact
 * figures get the published release, which is made where it was not yet.
 */
export async function measureTargets(
  targets: readonly StandingTarget[],
  today: string,
  exact: boolean,
  leaders?: Leaders,
): Promise<readonly MeasuredTarget[]> {
  const asked = targets.some(({ subject }) => subject === "nominations");
  const nominated = !asked ? null : exact ? await countNominated(today) : await readReleased();
  return holdTargets(targets, today, { exact, nominated, leaders });
}

/** Nominations of twelve months, exactly. */
async function countNominated(today: string): Promise<Figure> {
  const year = twelveMonthsTo(today);
  const tally = reachedTally(await countOpened(year), "nominated");
  return { counted: { women: tally.woman, men: tally.man }, as: { from: year.startsOn, to: today } };
}

/** Those of the last release; null where a count is withheld, or too few are counted for a share. */
async function readReleased(): Promise<Figure | null> {
  const { rows, startsOn, endsBefore } = await publishBalance();
  const whole = rows.find(({ breakdown }) => breakdown === "all");
  const stage = whole?.stages.find((one) => one.stage === "nominated");
  if (!stage) return null;
  const [women, men] = (["woman", "man"] as const).map((column) => countIn(stage, RELEASE_COLUMNS, column));
  if (women == null || men == null || women + men < SMALLEST_PERCENT_BASE) return null;
  return { counted: { women, men }, as: { from: startsOn, to: daysAfter(endsBefore, -1) } };
}
