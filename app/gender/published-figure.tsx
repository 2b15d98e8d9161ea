import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { ChartBars } from "#app/ui/chart-bars.tsx";
import type { ChartTable } from "#app/ui/chart-figure.tsx";
import { ChartShare } from "#app/ui/chart-share.tsx";
import { ChartTrend } from "#app/ui/chart-trend.tsx";
import { type Figure, shareCell, topOf, valuesIn } from "./figure.ts";
import { FIGURE_FORMATS } from "./figure-ask.ts";
import { cellWords, countingWords, noteOf } from "./figure-words.ts";

interface Props {
  readonly figure: Figure;
  /** The table is in sight from the start. */
  readonly tableOpen?: boolean;
  /** What its page is asked for in the address: what is taken is asked for in the same way. */
  readonly asked?: Readonly<Record<string, string | undefined>>;
}

/** A figure with its picture, the table behind it, what it counts, and the ways to take it along. */
export function PublishedFigure({ figure, asked, tableOpen }: Props) {
  return (
    <article aria-label={figure.title} className="break-inside-avoid">
      <FigureChart figure={figure} tableOpen={tableOpen} />
      <AboutFigure figure={figure} />
      <FigureExports id={figure.id} title={figure.title} asked={asked} />
    </article>
  );
}

/** What a figure counts and leaves out: what is taken from it says the same. */
function AboutFigure({ figure }: Pick<Props, "figure">) {
  const { t, format } = useLanguage();
  return (
    <details className="mt-1 text-sm">
      <summary className="min-h-6 w-fit text-accent">
        {t("figure.about")}
        <span className="sr-only">{t("figure.of", { title: figure.title })}</span>
      </summary>
      <ul className="measure mt-1 grid list-disc gap-1 ps-5 text-muted">
        {noteOf(t, format, figure).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

interface ExportProps {
  readonly id: string;
  readonly title: string;
  readonly asked?: Props["asked"];
}

/** A figure's files, as links that need no script. */
export function FigureExports({ id, title, asked }: ExportProps) {
  const { t } = useLanguage();
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-4 text-sm print:hidden">
      <span className="text-muted">{t("figure.take")}</span>
      {FIGURE_FORMATS.map((form) => (
        <Link
          key={form}
          to={paths.figure(id, form, asked)}
          reloadDocument
          className="inline-flex min-h-6 items-center"
        >
          {t(`figure.form.${form}`)}
          <span className="sr-only">{t("figure.of", { title })}</span>
        </Link>
      ))}
    </p>
  );
}

/** The picture of a figure, drawn from its table, which stands behind it whole. */
function FigureChart({ figure, tableOpen }: Pick<Props, "figure" | "tableOpen">) {
  const { t, format } = useLanguage();
  const { chart, columns, rows } = figure;
  const at = (key: string) => columns.findIndex((column) => column.key === key);
  const labelOf = (key: string) => columns[at(key)]?.label ?? key;
  const percent = (share: number | null) => (share === null ? t("gender.none") : format.percent(share, 1));
  const words = {
    title: figure.title,
    description: countingWords(t, format, figure.counting),
    tableLabel: t("gender.flow.table"),
    rowHeading: figure.rowHeading,
    tableOpen,
    table: tableOf(figure, (column, cell) => cellWords(t, format, column, cell)),
  };
  if (chart.kind === "trend")
    return (
      <ChartTrend
        {...words}
        times={rows.map(({ key, label, at: time }) => ({ key, label, at: time }))}
        series={chart.columns.map((key) => ({ key, label: labelOf(key), values: valuesIn(figure, key) }))}
        targets={chart.marks.map((mark) => ({ key: `${mark.at} ${mark.value}`, ...mark }))}
        targetLabel={t("gender.targets.value")}
        top={topOf([
          ...chart.columns.flatMap((key) => valuesIn(figure, key)),
          ...chart.marks.map(({ value }) => value),
        ])}
        format={percent}
      />
    );
  if (chart.kind === "shares")
    return (
      <ChartShare
        {...words}
        shareHeading={labelOf(chart.column)}
        targetHeading={t("gender.targets.value")}
        rows={rows.map(({ key, label, cells }) => {
          const share = shareCell(cells[at(chart.column)]);
          const limits = share === null ? {} : { low: share.low, high: share.high };
          return { key, label, share: share?.share ?? null, target: chart.targets[key] ?? null, ...limits };
        })}
        format={percent}
      />
    );
  const { share } = chart;
  const counts = chart.columns.map((key) => valuesIn(figure, key));
  return (
    <ChartBars
      {...words}
      series={chart.columns.map((key) => ({ key, label: labelOf(key) }))}
      rows={rows.map(({ key, label, cells }, row) => ({
        ...{ key, label },
        values: counts.map((column) => column[row] ?? null),
        note: share === null ? undefined : percent(shareCell(cells[at(share)])?.share ?? null),
      }))}
      format={(count) => (count === null ? t("gender.withheld") : format.number(count))}
    />
  );
}

const tableOf = (
  { columns, rows }: Figure,
  say: (column: Figure["columns"][number], cell: Figure["rows"][number]["cells"][number]) => string,
): ChartTable => ({
  headings: columns.map(({ label }) => label),
  rows: rows.map(({ key, label, cells }) => ({
    ...{ key, label },
    cells: columns.map((column, index) => say(column, cells[index] ?? null)),
  })),
});
