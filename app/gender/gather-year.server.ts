import { sumPledgesBefore } from "#app/cadre/sum-pledges.server.ts";
import { loadMessages } from "#app/i18n/catalogues.ts";
import type { MessageKey } from "#app/i18n/message-keys.ts";
import { translator } from "#app/i18n/translate.ts";
import { daysAfter } from "#app/platform/utc-day.ts";
import { countAppointed, countLeaders, readRoleKinds } from "./balance.queries.server.ts";
import type { BalanceRow, Period, StageFigure } from "./balance.ts";
import { RELEASE_COLUMNS } from "./balance-release.ts";
import { REGION_NAMES } from "./collect-open-balance.server.ts";
import { SMALLEST_PERCENT_BASE } from "./disclosure.ts";
import { type LeaderLine, leaderLists, leadersByLevel } from "./leaders.ts";
import { publishBalanceOf } from "./publish-balance.server.ts";
import { countIn } from "./stage-impact.ts";
import { readTargets } from "./target.queries.server.ts";
import { type Counted, type StandingTarget, standingOf, stateOf, targetsInView } from "./target.ts";
import { readUniformedTotals } from "./uniformed.queries.server.ts";
import { UNIFORMED_SUBJECTS, womenAndMenOf } from "./uniformed.ts";
import { readUniformedIn } from "./year-report.queries.server.ts";
import type { ReportSection, ReportTarget, YearFigures } from "./year-report.ts";

interface Named {
  readonly en: string;
  readonly fr: string;
}
type Line = YearFigures["lines"][number];
type Kinds = Awaited<ReturnType<typeof readRoleKinds>>;
type Both = (key: MessageKey) => Named;

/**
 * The figures of one closed reporting year: leaders in post on its last day and those who took a post up in it, exactly,
 * for their names are public; the road from the kept release; uniformed personnel of its last month told; pledges as they
 * stood on its last day.
 */
export async function gatherYear(period: Period): Promise<YearFigures> {
  const last = daysAfter(period.endsBefore, -1);
  const [kinds, inPost, appointed, release, uniformed, pledges, both] = await Promise.all([
    readRoleKinds(),
    countLeaders(last),
    countAppointed(period),
    publishBalanceOf(period.startsOn),
    readUniformedIn(period),
    sumPledgesBefore(period.endsBefore),
    bothLanguages(),
  ]);
  const leaders = (
    section: ReportSection,
    key: string,
    name: Named,
    { woman, man, other }: LeaderLine,
  ): Line => ({
    ...{ section, key, name, counts: { women: woman, men: man, other } },
  });
  return {
    uniformedOn: uniformed?.on ?? null,
    lines: [
      ...leaderLists(inPost, kinds).map((one) =>
        leaders("leadersByList", one.key, both(`gender.leaders.${one.key}`), one),
      ),
      ...leadersByLevel(inPost).map((one) =>
        leaders("leadersByLevel", one.key, { en: one.key, fr: one.key }, one),
      ),
      ...leaderLists(appointed, kinds).map((one) =>
        leaders("appointed", one.key, both(`gender.leaders.${one.key}`), one),
      ),
      ...(release?.rows ?? []).flatMap((row) => releasedLines(row, kinds, both)),
      ...(uniformed?.counts ?? []).map(({ category, women, men }) => ({
        ...{ section: "uniformed" as const, key: category, name: both(`gender.uniformed.${category}`) },
        counts: { women, men, other: 0 },
      })),
    ],
    pledges: pledges.map(({ kind, ...counts }) => ({ kind, counts })),
  };
}

/** A line of the release: the whole stage by stage, its parts by those nominated. */
function releasedLines({ breakdown, key, stages }: BalanceRow, kinds: Kinds, both: Both): readonly Line[] {
  if (breakdown === "post") return [];
  if (breakdown === "all")
    return stages.map((figure) => ({
      ...{ section: "stages", key: figure.stage, name: both(`gender.stage.${figure.stage}`) },
      counts: countsOf(figure),
    }));
  const [nominated] = stages;
  if (!nominated) return [];
  const section = ({ level: "levels", role: "roles", region: "regions" } as const)[breakdown];
  return [{ section, key, name: nameOf(section, key, kinds, both), counts: countsOf(nominated) }];
}

const countsOf = (figure: StageFigure) => {
  const of = (column: (typeof RELEASE_COLUMNS)[number]) => countIn(figure, RELEASE_COLUMNS, column);
  return { women: of("woman"), men: of("man"), other: of("other") };
};

function nameOf(section: "levels" | "roles" | "regions", key: string, kinds: Kinds, both: Both): Named {
  if (section === "roles") {
    const kind = kinds.find(({ code }) => code === key);
    return { en: kind?.nameEn ?? key, fr: kind?.nameFr ?? key };
  }
  const names: Readonly<Record<string, MessageKey>> = REGION_NAMES;
  const region = section === "regions" ? names[key] : undefined;
  return region ? both(region) : { en: key, fr: key };
}

async function bothLanguages(): Promise<Both> {
  const [en, fr] = [translator("en", await loadMessages("en")), translator("fr", await loadMessages("fr"))];
  return (key) => ({ en: en(key), fr: fr(key) });
}

/** The targets in view at the end of a year, held against that year's own figures. */
export async function holdAtYearsEnd(period: Period, figures: YearFigures): Promise<readonly ReportTarget[]> {
  const last = daysAfter(period.endsBefore, -1);
  const targets = targetsInView(await readTargets(), last);
  const { baselines } = await readUniformedTotals(targets.flatMap(({ baselineYear }) => baselineYear ?? []));
  const women = (baselineYear: number | null, subject: StandingTarget["subject"]) => {
    const baseline = baselines.find(({ year }) => year === baselineYear);
    return baseline ? womenAndMenOf(baseline.counts, UNIFORMED_SUBJECTS[subject]).women : null;
  };
  return targets.map((target) => {
    const { subject, measure, counting, value, baselineYear, due, source } = target;
    const counted = countedFor(target, figures);
    const standing =
      counted && standingOf(target, { ...counted, baselineWomen: women(baselineYear, subject) });
    return {
      ...{ subject, measure, counting, value, baselineYear, due, source },
      state: stateOf(standing, due, last),
      standing: standing && {
        ...{ value: standing.value, women: standing.counted.women, men: standing.counted.men },
        moreWomen: standing.moreWomen,
      },
    };
  });
}

/** What of a year's figures a target looks at; null where it is not told. The cadre is published nowhere. */
function countedFor({ subject, counting }: StandingTarget, figures: YearFigures): Counted | null {
  const categories: readonly string[] | undefined = UNIFORMED_SUBJECTS[subject];
  if (categories) {
    const own = figures.lines.filter(
      ({ section, key }) => section === "uniformed" && categories.includes(key),
    );
    if (own.length === 0) return null;
    const sum = (of: "women" | "men") => own.reduce((all, { counts }) => all + (counts[of] ?? 0), 0);
    return { women: sum("women"), men: sum("men") };
  }
  if (subject === "cadre") return null;
  const [section, key] =
    subject === "nominations"
      ? (["stages", "nominated"] as const)
      : ([counting === "stock" ? "leadersByList" : "appointed", subject] as const);
  const line = figures.lines.find((one) => one.section === section && one.key === key);
  const { women = null, men = null } = line?.counts ?? {};
  const least = subject === "nominations" ? SMALLEST_PERCENT_BASE : 0;
  return women === null || men === null || women + men < least ? null : { women, men };
}
