import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { type BracketPart, brackets } from "#app/selection/ranking/rank-bracket.ts";
import type { FiguresRow } from "#app/selection/ranking/ranking-figures.ts";
import type { RankingPage } from "#app/selection/ranking/ranking-page.ts";
import { Badge } from "#app/ui/badge.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";

interface Props {
  readonly page: RankingPage;
}

const TONES = { recommended: "good", suitable: "info", notRecommended: "neutral" } as const;

/** Each candidacy's place, what it rests on, and the finding beside it: no figure stands without one. */
export function PlacesTable({ page }: Props) {
  const { t } = useLanguage();
  const { figures } = page;
  const columns = usePlaceColumns(page);
  return (
    <DataTable
      caption={t("selection.ranking.places")}
      captionHidden
      stickyFirst
      rows={figures.rows}
      rowKey={({ candidacyId }) => candidacyId}
      empty={<p className="text-muted">{t("selection.ranking.noScores")}</p>}
      note={figures.kind === "ranked" ? t("selection.ranking.bracketNote") : undefined}
      columns={columns}
    />
  );
}

function usePlaceColumns(page: RankingPage): readonly Column<FiguresRow>[] {
  const { t, format } = useLanguage();
  const { rows, orderHolds } = page.figures;
  const parts = brackets(orderHolds, rows.length);
  const score = (value: number | null) => (value === null ? "–" : format.number(value, 2));
  const below = (at: number) => page.people[rows[at + 1]?.candidacyId ?? ""]?.name ?? "–";
  return [
    {
      key: "name",
      header: t("selection.panel.candidate"),
      rowHeader: true,
      cell: ({ candidacyId }) => (
        <Link to={paths.finding(page.panelId, candidacyId)}>{page.people[candidacyId]?.name}</Link>
      ),
    },
    {
      key: "bracket",
      header: <span className="sr-only">{t("selection.ranking.bracket")}</span>,
      fills: true,
      cell: (_, at) => {
        const part = parts[at] ?? null;
        const apart = part === "last" ? "" : t("selection.ranking.notApart", { name: below(at) });
        return part && <Bracket part={part} words={apart} />;
      },
    },
    {
      key: "rank",
      header: t("selection.ranking.rank"),
      align: "end",
      cell: ({ rank }) => (rank === null ? "–" : format.number(rank)),
    },
    {
      key: "interval",
      header: t("selection.ranking.interval"),
      align: "end",
      nowrap: true,
      cell: ({ rankInterval: found }) =>
        found === null ? "–" : t("selection.ranking.fromTo", { best: found.best, worst: found.worst }),
    },
    {
      key: "observed",
      header: t("selection.ranking.observed"),
      align: "end",
      cell: ({ observedMean }) => score(observedMean),
    },
    {
      key: "fair",
      header: t("selection.ranking.fair"),
      align: "end",
      cell: ({ fairAverage }) => score(fairAverage),
    },
    {
      key: "error",
      header: t("selection.ranking.standardError"),
      align: "end",
      cell: ({ standardError }) => score(standardError),
    },
    {
      key: "shift",
      header: t("selection.ranking.shift"),
      align: "end",
      nowrap: true,
      cell: ({ shift }) => (shift === null ? "–" : format.signed(shift, 2)),
    },
    {
      key: "shortlist",
      header: t("selection.ranking.shortlistShare"),
      align: "end",
      cell: ({ shortlistShare }) => (shortlistShare === null ? "–" : format.percent(shortlistShare)),
    },
    { key: "sheets", header: t("selection.ranking.sheets"), align: "end", cell: ({ sheets }) => sheets },
    {
      key: "finding",
      header: t("selection.finding.one"),
      cell: ({ candidacyId }) => <Finding page={page} candidacyId={candidacyId} />,
    },
  ];
}

interface FindingProps extends Props {
  readonly candidacyId: string;
}

function Finding({ page, candidacyId }: FindingProps) {
  const { t } = useLanguage();
  const outcome = page.people[candidacyId]?.outcome ?? null;
  return outcome === null ? (
    <Link to={paths.finding(page.panelId, candidacyId)}>
      {t(page.chair ? "selection.finding.write" : "selection.finding.none")}
    </Link>
  ) : (
    <Badge tone={TONES[outcome]}>{t(`selection.finding.outcome.${outcome}`)}</Badge>
  );
}

const EDGES: Readonly<Record<BracketPart, string>> = {
  first: "top-1/2 -bottom-px border-t-2",
  middle: "-inset-y-px",
  last: "bottom-1/2 -top-px border-b-2",
};

interface BracketProps {
  readonly part: BracketPart;
  /** What it says, for those who do not see the line. */
  readonly words: string;
}

/** One row's part of a line along neighbours that cannot be told apart. */
function Bracket({ part, words }: BracketProps) {
  return (
    <>
      <span aria-hidden="true" className={`absolute start-2 w-2.5 border-s-2 border-action ${EDGES[part]}`} />
      <span className="sr-only">{words}</span>
    </>
  );
}
