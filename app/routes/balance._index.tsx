import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { getActor } from "#app/access/session.server.ts";
import {
  countCases,
  countLeaders,
  listCounted,
  readRoleKinds,
  VACANCIES_PER_PAGE,
} from "#app/gender/balance.queries.server.ts";
import { EXACT_COLUMNS, exactRows, exactStages } from "#app/gender/balance.ts";
import { BalanceBreakdown } from "#app/gender/balance-breakdown.tsx";
import { BalanceFlow } from "#app/gender/balance-flow.tsx";
import { BalanceLeaders } from "#app/gender/balance-leaders.tsx";
import { BalanceMethod, BalanceShows } from "#app/gender/balance-notes.tsx";
import { RELEASE_COLUMNS } from "#app/gender/balance-release.ts";
import { BalanceTargets } from "#app/gender/balance-targets.tsx";
import { BalanceVacancies } from "#app/gender/balance-vacancies.tsx";
import { BalanceWays } from "#app/gender/balance-ways.tsx";
import { readLeaderTrend } from "#app/gender/count-people.server.ts";
import { SMALLEST_PERCENT_BASE } from "#app/gender/disclosure.ts";
import { readFlowFigures } from "#app/gender/flow-figures.queries.server.ts";
import { type BalanceQuery, balanceQuerySchema, dimensionsFor, periodFrom } from "#app/gender/flow-query.ts";
import { FlowSection } from "#app/gender/flow-section.tsx";
import { leaderFigures } from "#app/gender/leader-figures.queries.server.ts";
import { measureTargets } from "#app/gender/measure-targets.server.ts";
import { peopleQuerySchema } from "#app/gender/people-query.ts";
import { PooledNote } from "#app/gender/pooled-note.tsx";
import { publishBalance } from "#app/gender/publish-balance.server.ts";
import { readTargets } from "#app/gender/target.queries.server.ts";
import { targetsInView } from "#app/gender/target.ts";
import { formatter } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { readQuery } from "#app/platform/form.server.ts";
import { pageOf } from "#app/platform/paging.ts";
import { daysAfter } from "#app/platform/utc-day.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;
export const handle = { scripts: false };

/** For whoever may see them the exact figures of any period; for everybody else, those published for a closed year. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await getActor(request);
  const t = await translatorOf(request);
  const exact = actor !== null && can(actor, "gender.readExact");
  const sensitive = actor !== null && can(actor, "gender.readSensitive");
  const format = formatter(languageOf(request), actor?.timeZone ?? "UTC");
  const today = now().toISOString().slice(0, 10);
  const page = pageOf(request.url);
  const schema = balanceQuerySchema(today, sensitive);
  const { value, reply } = readQuery(request, schema);
  const query = value ?? schema.parse({});
  const [figures, leaders, targets, roleKinds, trend] = await Promise.all([
    exact ? readExact(query) : publishBalance(),
    countLeaders(today),
    readTargets(),
    readRoleKinds(),
    readLeaderTrend({ t, format, today }, peopleQuerySchema(today).parse({})),
  ]);
  return {
    title: t("gender.balance.title"),
    ...{ exact, today, page, roleKinds, perPage: VACANCIES_PER_PAGE, signedIn: actor !== null },
    targets: await measureTargets(targetsInView(targets, today), today, exact, {
      kinds: roleKinds,
      inPost: leaders,
    }),
    columns: exact ? EXACT_COLUMNS : RELEASE_COLUMNS,
    leastBase: exact ? 1 : SMALLEST_PERCENT_BASE,
    figures: { ...figures, lastDay: daysAfter(figures.endsBefore, -1) },
    steps: "steps" in figures ? figures.steps : undefined,
    counting: exact ? query.basis : ("released" as const),
    flow: exact
      ? {
          ...(await readFlowFigures({ t, format, today, sensitive }, query)),
          ...{ reply, values: { ...query }, dimensions: dimensionsFor(sensitive) },
          period: { from: query.from, to: query.to, basis: query.basis },
          asked: Object.fromEntries(new URL(request.url).searchParams),
        }
      : null,
    leaders: [...leaderFigures({ t, format, today }, { kinds: roleKinds, inPost: leaders }, targets), trend],
    counted: await listCounted(figures, exact ? query.basis : "decided", page),
  };
}

async function readExact(query: BalanceQuery) {
  const period = periodFrom(query);
  const { reached, settled } = await countCases(query.basis, period);
  return { ...period, rows: exactRows(reached), steps: exactStages(settled) };
}

export default function Balance() {
  const shown = useLoaderData<typeof loader>();
  const { exact, today, figures, columns, leastBase, roleKinds, leaders, counted, page, perPage } = shown;
  const { t, format } = useLanguage();
  const whole = figures.rows.find(({ breakdown }) => breakdown === "all");
  const period = { from: format.date(figures.startsOn), to: format.date(figures.lastDay) };
  return (
    <>
      <PageHeader
        title={t("gender.balance.title")}
        lead={t("gender.balance.lead")}
        actions={<LinkButton to={paths.openBalance()}>{t("openData.title")}</LinkButton>}
      />
      <BalanceShows exact={exact} />
      <Section
        title={t("gender.flow.title")}
        lead={t(`gender.balance.period.${shown.counting}`, period)}
        actions={exact && <BalanceWays />}
      >
        {shown.flow && <FlowSection {...shown.flow} />}
        {whole ? (
          <>
            <BalanceFlow {...{ stages: whole.stages, steps: shown.steps, columns, leastBase }} />
            <PooledNote within={shown.flow?.period ?? null} />
            {(["role", "level", "region"] as const).map((breakdown) => (
              <BalanceBreakdown
                key={breakdown}
                {...{ breakdown, columns, leastBase, roleKinds, rows: figures.rows }}
              />
            ))}
          </>
        ) : (
          <EmptyState
            title={t("gender.flow.none")}
            text={t("gender.flow.noneText")}
            action={<LinkButton to="#leaders">{t("gender.flow.seeLeaders")}</LinkButton>}
          />
        )}
      </Section>
      <BalanceLeaders on={today} figures={leaders} exact={exact} />
      <BalanceTargets targets={shown.targets} signedIn={shown.signedIn} today={today} />
      <BalanceVacancies vacancies={counted.vacancies} total={counted.total} page={page} perPage={perPage} />
      <BalanceMethod />
    </>
  );
}
