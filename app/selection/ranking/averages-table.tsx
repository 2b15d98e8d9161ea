import { inLanguage } from "#app/i18n/languages.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import { ComputedNote } from "./computed-note.tsx";
import { AveragesChart } from "./rank-charts.tsx";
import { type CriteriaRow, type CriterionName, GROUNDS_SHOWN, type RankingPage } from "./ranking-page.ts";

interface Props {
  readonly page: RankingPage;
}

/** Candidates by criteria: in each cell the raw average, and under it the fair one with its standard error. */
export function AveragesTable({ page }: Props) {
  const { t } = useLanguage();
  const { shown, averages, averagesOf } = page;
  const columns = useColumns(page);
  const lacking = averagesOf.filter(({ kind }) => kind !== "fitted");
  const name = useCriterionName(page);
  return (
    <>
      <DataTable
        caption={t("selection.ranking.byCriterion")}
        captionHidden
        stickyFirst
        rows={averages}
        rowKey={({ candidacyId }) => candidacyId}
        empty={<p className="text-muted">{t("selection.ranking.noScores")}</p>}
        note={t("selection.ranking.cellNote")}
        columns={columns}
      />
      <Pages page={shown.page} perPage={GROUNDS_SHOWN.candidacies} total={shown.of} />
      {lacking.map(({ criterionId, kind }) => (
        <p key={criterionId} className="measure mt-2 text-sm text-muted">
          {kind === "notObserved"
            ? t("selection.ranking.criterionNotObserved", { name: name(criterionId) })
            : t("selection.ranking.criterionNotConnected", { name: name(criterionId) })}
        </p>
      ))}
      <AveragesChart page={page} />
      <ComputedNote of="criteria" />
    </>
  );
}

/** The name of a criterion by its id, in the reader's language. */
function useCriterionName({ criteria }: RankingPage) {
  const { format } = useLanguage();
  const named = new Map<string, CriterionName>(criteria.map((one) => [one.id, one]));
  return (id: string) => inLanguage(format.locale, named.get(id)?.name ?? { en: "–", fr: "–" });
}

function useColumns(page: RankingPage): readonly Column<CriteriaRow>[] {
  const { t, format } = useLanguage();
  const name = useCriterionName(page);
  const weights = new Map(page.criteria.map(({ id, weight }) => [id, weight / 1_000_000]));
  return [
    {
      key: "name",
      header: t("selection.panel.candidate"),
      rowHeader: true,
      cell: ({ candidacyId }) => page.people[candidacyId]?.name ?? "–",
    },
    {
      key: "whole",
      header: t("selection.ranking.whole"),
      align: "end",
      nowrap: true,
      cell: (row) => <Averages {...row} />,
    },
    ...page.averagesOf.map(
      ({ criterionId }, at): Column<CriteriaRow> => ({
        key: criterionId,
        header: (
          <>
            {name(criterionId)}{" "}
            <span className="figures font-normal text-muted">
              {format.percent(weights.get(criterionId) ?? 0, 1)}
            </span>
          </>
        ),
        align: "end",
        nowrap: true,
        cell: ({ cells }) => {
          const cell = cells[at];
          return cell ? <Averages {...cell} /> : "–";
        },
      }),
    ),
  ];
}

interface AveragesProps {
  readonly observedMean: number | null;
  readonly fairAverage: number | null;
  readonly standardError: number | null;
}

function Averages({ observedMean, fairAverage, standardError }: AveragesProps) {
  const { t, format } = useLanguage();
  if (observedMean === null) return "–";
  const figure = (value: number) => format.number(value, 2);
  return (
    <>
      <span className="sr-only">{t("selection.ranking.observed")} </span>
      {figure(observedMean)}
      <span className="block text-muted">
        <span className="sr-only">{t("selection.ranking.fair")} </span>
        {fairAverage === null ? "–" : figure(fairAverage)}
        {standardError !== null && ` ± ${figure(standardError)}`}
      </span>
    </>
  );
}
