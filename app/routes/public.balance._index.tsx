import { data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getActor } from "#app/access/session.server.ts";
import { BalanceBreakdown } from "#app/gender/balance-breakdown.tsx";
import { BalanceFlow } from "#app/gender/balance-flow.tsx";
import { BalanceLeaders } from "#app/gender/balance-leaders.tsx";
import { BalanceMethod, BalanceShows } from "#app/gender/balance-notes.tsx";
import { RELEASE_COLUMNS } from "#app/gender/balance-release.ts";
import { BalanceTargets } from "#app/gender/balance-targets.tsx";
import { collectOpenBalance } from "#app/gender/collect-open-balance.server.ts";
import { SMALLEST_PERCENT_BASE } from "#app/gender/disclosure.ts";
import { leaderFigures } from "#app/gender/leader-figures.queries.server.ts";
import { OpenLinks } from "#app/gender/open-balance-links.tsx";
import { OpenCalls, OpenLevels, OpenPledges } from "#app/gender/open-balance-tables.tsx";
import { PooledNote } from "#app/gender/pooled-note.tsx";
import { formatter } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { openHeaders } from "#app/platform/answer-openly.server.ts";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;
export const handle = { scripts: false };
/** Everybody's page may be kept for what is left of its minute; of whoever is signed in the server has nobody keep one. */
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** What everybody may know of the balance of women and men: from one collection a minute, without any cookie. */
export async function loader({ request }: LoaderFunctionArgs) {
  const [actor, t] = [await getActor(request), await translatorOf(request)];
  const { value, ...kept } = await collectOpenBalance();
  const { facts, data: open } = value;
  const format = formatter(languageOf(request), "UTC");
  const inPost = { kinds: facts.kinds, inPost: facts.leaders };
  const shown = {
    title: t("openData.title"),
    on: facts.on,
    year: { from: open.year.from, to: open.year.to, rows: facts.release.rows },
    roleKinds: facts.kinds,
    leaders: leaderFigures({ t, format, today: facts.on }, inPost, facts.targets),
    levels: open.leaders.levels,
    targets: facts.targets,
    ...{ calls: open.calls, pledges: open.pledges, signedIn: actor !== null },
  };
  return data(shown, { headers: actor ? {} : openHeaders(kept, "page") });
}

export default function OpenBalancePage() {
  const shown = useLoaderData<typeof loader>();
  const { on, year, roleKinds, leaders, levels } = shown;
  const { t, format } = useLanguage();
  const whole = year.rows.find(({ breakdown }) => breakdown === "all");
  const columns = RELEASE_COLUMNS;
  const leastBase = SMALLEST_PERCENT_BASE;
  return (
    <>
      <PageHeader
        title={shown.title}
        lead={t("openData.lead")}
        meta={t("openData.asOf", { date: format.date(on) })}
        actions={<OpenLinks />}
      />
      <BalanceShows exact={false} />
      <BalanceLeaders on={on} figures={leaders} exact={false} />
      <OpenLevels levels={levels} />
      <Section
        id="year"
        title={t("gender.flow.title")}
        lead={t("gender.balance.period.released", {
          from: format.date(year.from),
          to: format.date(year.to),
        })}
      >
        {whole ? (
          <>
            <BalanceFlow stages={whole.stages} columns={columns} leastBase={leastBase} />
            <PooledNote within={null} />
            {(["level", "role", "region"] as const).map((breakdown) => (
              <BalanceBreakdown
                key={breakdown}
                {...{ breakdown, columns, leastBase, roleKinds, rows: year.rows }}
              />
            ))}
          </>
        ) : (
          <p className="text-muted">{t("openData.noYear")}</p>
        )}
      </Section>
      <BalanceTargets targets={shown.targets} signedIn={shown.signedIn} today={on} />
      <OpenCalls calls={shown.calls} />
      <OpenPledges pledges={shown.pledges} />
      <BalanceMethod />
    </>
  );
}
