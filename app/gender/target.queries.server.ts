import { database } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { countAppointed, countLeaders, countMembers, readRoleKinds } from "./balance.queries.server.ts";
import { twelveMonthsTo } from "./balance.ts";
import { leaderLists } from "./leaders.ts";
import {
  type Counted,
  type MeasuredTarget,
  type StandingTarget,
  standingOf,
  stateOf,
  type TargetCounting,
  type TargetSubject,
} from "./target.ts";
import { readUniformedTotals } from "./uniformed.queries.server.ts";
import { UNIFORMED_SUBJECTS, womenAndMenOf } from "./uniformed.ts";

/** Every target in force by date, in its standing wording; those withdrawn too where they are asked for. */
export async function readTargets({ withdrawn = false } = {}): Promise<readonly StandingTarget[]> {
  const targets = await database().target.findMany({
    orderBy: [{ due: "asc" }, { subject: "asc" }, { id: "asc" }],
    include: { versions: { orderBy: { version: "desc" }, take: 1 } },
  });
  return targets
    .flatMap(({ versions: [standing], due, subject, ...target }) =>
      standing
        ? [
            {
              ...target,
              subject: subject as TargetSubject,
              due: dayOf(due),
              ...{ value: standing.value, source: standing.source },
              ...{ version: standing.version, withdrawn: standing.withdrawn },
            },
          ]
        : [],
    )
    .filter((target) => withdrawn || !target.withdrawn);
}

/** One target with every wording it had, the latest first; null where there is none. */
export async function readTarget(targetId: string) {
  const target = await database().target.findUnique({
    where: { id: targetId },
    include: { versions: { orderBy: { version: "desc" } } },
  });
  const [standing] = target?.versions ?? [];
  if (!target || !standing) return null;
  const setters = await database().user.findMany({
    where: { id: { in: target.versions.flatMap(({ setById }) => setById ?? []) } },
    select: { id: true, name: true },
  });
  const { versions, due, subject, ...identity } = target;
  return {
    target: {
      ...{ ...identity, subject: subject as TargetSubject, due: dayOf(due) },
      ...{ value: standing.value, source: standing.source },
      ...{ version: standing.version, withdrawn: standing.withdrawn },
    } satisfies StandingTarget,
    versions: versions.map(({ setById, setAt, targetId: _, ...version }) => ({
      ...version,
      setAt: setAt.toISOString(),
      setBy: setters.find(({ id }) => id === setById)?.name ?? null,
    })),
  };
}

/**
 * Holds targets against today's figures. The cadre, which is published nowhere, is measured for those alone who see exact
 * figures.
 *
 * @param nominated the nominations as the reader may see them; null: they may not, or are not asked for
 */
export async function holdTargets(
  targets: readonly StandingTarget[],
  today: string,
  { exact, nominated, leaders }: Reading,
): Promise<readonly MeasuredTarget[]> {
  const counted = await countForTargets(targets, today, { exact, nominated, leaders });
  return targets.map((target) => {
    const figure = counted(target);
    const standing = figure && standingOf(target, figure.counted);
    return { ...target, standing, as: figure?.as ?? null, state: stateOf(standing, target.due, today) };
  });
}

/** The leaders in post today, where a page has them already. */
export interface Leaders {
  readonly kinds: Awaited<ReturnType<typeof readRoleKinds>>;
  readonly inPost: Awaited<ReturnType<typeof countLeaders>>;
}

/** What of the figures the reader sees. */
interface Reading {
  readonly exact: boolean;
  readonly nominated: Figure | null;
  readonly leaders?: Leaders | undefined;
}

/** Of which day, or of which period with its first and last day, a figure is. */
export interface Figure {
  readonly counted: Counted;
  readonly as: NonNullable<MeasuredTarget["as"]>;
}

async function countForTargets(
  targets: readonly StandingTarget[],
  today: string,
  { exact, nominated, leaders }: Reading,
) {
  const asks = (subject: TargetSubject, counting?: TargetCounting) =>
    targets.some((one) => one.subject === subject && (counting === undefined || one.counting === counting));
  const year = twelveMonthsTo(today);
  const leading = ["headsAndDeputies", "heads", "deputies"] as const;
  const flows = leading.some((subject) => asks(subject, "flow"));
  const [kinds, inPost, appointed, members, uniformed] = await Promise.all([
    leaders?.kinds ?? readRoleKinds(),
    leaders?.inPost ?? countLeaders(today),
    flows ? countAppointed(year) : [],
    exact && asks("cadre") ? countMembers() : null,
    readUniformedTotals(targets.flatMap(({ baselineYear }) => baselineYear ?? [])),
  ]);
  const lists = { stock: leaderLists(inPost, kinds), flow: leaderLists(appointed, kinds) };
  const period = { from: year.startsOn, to: today };
  return ({ subject, counting, baselineYear }: StandingTarget): Figure | null => {
    const categories = UNIFORMED_SUBJECTS[subject];
    if (categories) {
      if (!uniformed.latest) return null;
      const counted = womenAndMenOf(uniformed.latest.counts, categories);
      const baseline = uniformed.baselines.find(({ year: of }) => of === baselineYear);
      const baselineWomen = baseline ? womenAndMenOf(baseline.counts, categories).women : null;
      return { counted: { ...counted, baselineWomen }, as: { on: uniformed.latest.month } };
    }
    if (subject === "nominations") return nominated;
    if (subject === "cadre") return members && { counted: members, as: { on: today } };
    const line = lists[counting].find(({ key }) => key === subject);
    if (!line) return null;
    const counted = { women: line.woman, men: line.man };
    return { counted, as: counting === "stock" ? { on: today } : period };
  };
}
