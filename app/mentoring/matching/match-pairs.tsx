import { Link } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { PairWords } from "#app/mentoring/engagement/pair-words.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { readRun } from "./matching.queries.server.ts";
import { ScoreParts } from "./score-parts.tsx";

interface Props {
  readonly pairs: NonNullable<Awaited<ReturnType<typeof readRun>>>["pairs"];
}

const TONES = {
  drafted: "neutral",
  proposed: "warn",
  accepted: "good",
  declined: "neutral",
  superseded: "neutral",
} as const;

/** What granting the next best would cost the whole: a mentee, points, an even load, or nothing. */
const priceKey = ({ matched, score, spread }: { matched: number; score: number; spread: number }) => {
  if (matched > 0) return "matching.price.matched";
  if (score > 0) return "matching.price.score";
  return spread > 0 ? "matching.price.spread" : "matching.price.nothing";
};

/** The pairs of a run: how well each suits, by which parts, and the next best mentor. */
export function MatchPairs({ pairs }: Props) {
  const { t, format } = useLanguage();
  const points = (score: number) => format.number(score / 100, 1);
  return (
    <DataTable
      caption={t("mentoring.matching.pairs")}
      captionHidden
      stickyFirst
      rows={pairs}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{t("mentoring.run.noPairs")}</p>}
      columns={[
        {
          key: "mentee",
          header: t("mentoring.engagement.mentee"),
          rowHeader: true,
          cell: ({ mentee, roleKind, mission }) => (
            <>
              {mentee}
              <span className="block font-normal text-muted">
                {nameIn(format.locale, roleKind)}, {mission.acronym}
              </span>
            </>
          ),
        },
        {
          key: "mentor",
          header: t("mentoring.engagement.mentor"),
          cell: ({ mentor, mentorId }) => <Link to={paths.mentor(mentorId)}>{mentor}</Link>,
        },
        {
          key: "score",
          header: t("mentoring.run.score"),
          align: "end",
          cell: ({ score }) => points(score),
        },
        {
          key: "parts",
          header: t("mentoring.run.parts"),
          cell: ({ parts, pinned }) => (
            <>
              <PairWords parts={parts} pinned={pinned} />
              <ScoreParts parts={parts} />
            </>
          ),
        },
        {
          key: "next",
          header: t("mentoring.run.nextBest"),
          cell: ({ nextBest }) =>
            nextBest ? (
              <>
                {t("mentoring.run.nextBestOf", { name: nextBest.name, score: points(nextBest.score) })}
                <span className="block text-muted">
                  {nextBest.cost === null
                    ? t("matching.price.impossible")
                    : t(priceKey(nextBest.cost), {
                        matched: nextBest.cost.matched,
                        score: points(nextBest.cost.score),
                      })}
                </span>
              </>
            ) : (
              "–"
            ),
        },
        {
          key: "state",
          header: t("mentoring.engagement.state"),
          cell: ({ state, declineReason }) => (
            <>
              <Badge tone={TONES[state]}>{t(`mentoring.proposalState.${state}`)}</Badge>
              {declineReason && <span className="block text-muted">{declineReason}</span>}
            </>
          ),
        },
      ]}
    />
  );
}
