import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { quietAfter } from "#app/mentoring/engagement/rhythm.ts";
import { FIRST_SESSION_DAYS } from "#app/mentoring/programme.ts";
import { SPREAD_STEP, SPREAD_VOICES } from "#app/mentoring/session/feedback-spread.ts";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/card.tsx";
import { ChartBars } from "#app/ui/chart-bars.tsx";
import { Stat, StatRow } from "#app/ui/stat.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { AboutFigure } from "./about-figure.tsx";
import type { ProgrammeHealth } from "./programme-health.queries.server.ts";
import { LEAST_PAIRS } from "./programme-health.ts";

interface Props {
  readonly health: ProgrammeHealth;
}

/** A percentage of fewer than so many is no figure: the two numbers stand alone (METHOD §6). */
const LEAST_BASE = 10;

/** The pairs of the programme: how many, whether they begin in time, and whether they keep meeting. */
export function PairFigures({ health: { active, firstSession, rate, quietCount } }: Props) {
  const { t, format } = useLanguage();
  const few = t("health.fewPairs", { least: LEAST_PAIRS });
  const share = (part: number, of: number) =>
    of < LEAST_BASE ? t("health.ofAll", { part, of }) : format.percent(part / of);
  return (
    <Section title={t("health.pairs")}>
      <StatRow>
        <Stat label={t("health.active")} value={format.number(active)} note={t("health.activeNote")} />
        <Stat
          label={t("health.firstSession")}
          value={
            firstSession
              ? firstSession.median === null
                ? t("health.notReached")
                : t("health.days", { count: firstSession.median })
              : t("health.none")
          }
          note={
            firstSession
              ? t("health.within", {
                  share: share(firstSession.within, firstSession.of),
                  days: FIRST_SESSION_DAYS,
                  count: firstSession.of,
                })
              : few
          }
        />
        <Stat
          label={t("health.rate")}
          value={rate ? share(rate.held, rate.due) : t("health.none")}
          note={rate ? t("health.rateNote", { held: rate.held, due: rate.due, pairs: rate.pairs }) : few}
        />
        <Stat
          label={t("health.quiet")}
          value={format.number(quietCount)}
          note={t("health.quietNote", { count: active })}
          tone={quietCount > 0 ? "action" : "neutral"}
        />
      </StatRow>
      <AboutFigure>
        {t("health.aboutPairs", {
          ...{ days: FIRST_SESSION_DAYS, least: LEAST_PAIRS },
          ...{ quiet: quietAfter("usual"), rare: quietAfter("everyTwoMonths") },
        })}
      </AboutFigure>
    </Section>
  );
}

/** The pairs that have fallen silent: that they have, never why. */
export function QuietPairs({ health: { quiet, quietCount } }: Props) {
  const { t, format } = useLanguage();
  if (quietCount === 0) return null;
  return (
    <Section title={t("health.quietTitle")} lead={t("health.quietLead")}>
      <DataTable
        caption={t("health.quietShown", { shown: quiet.length, count: quietCount })}
        rows={quiet}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          {
            key: "pair",
            header: t("mentoring.engagement.mentorAndMentee"),
            cell: ({ id, mentor, mentee }) => (
              <Link to={paths.engagement(id)}>{t("mentoring.engagement.pair", { mentor, mentee })}</Link>
            ),
          },
          {
            key: "since",
            header: t("health.quietSince"),
            nowrap: true,
            cell: ({ since }) => format.date(since),
          },
        ]}
      />
    </Section>
  );
}

/** How the ratings of sessions spread; never who gave which. */
export function FeedbackFigures({ health: { spread, ratings } }: Props) {
  const { t, format } = useLanguage();
  return (
    <Section title={t("health.feedback")}>
      {spread ? (
        <ChartBars
          title={t("mentoring.feedback.usefulness")}
          description={t("health.feedbackOf", { count: spread.of })}
          tableLabel={t("health.asTable")}
          rowHeading={t("health.answer")}
          series={[{ key: "ratings", label: t("health.ratings") }]}
          rows={spread.counts.map(({ usefulness, count }) => ({
            key: String(usefulness),
            label: t(`mentoring.feedback.${usefulness}`),
            values: [count],
            note: count === null ? t("health.hidden") : format.percent(count / spread.of),
          }))}
          format={(value) => (value === null ? t("health.hidden") : format.number(value))}
        />
      ) : (
        <p>{t("health.feedbackLater", { count: ratings, step: SPREAD_STEP, voices: SPREAD_VOICES })}</p>
      )}
      <AboutFigure>{t("health.aboutFeedback", { step: SPREAD_STEP, voices: SPREAD_VOICES })}</AboutFigure>
    </Section>
  );
}
