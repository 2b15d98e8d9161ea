import { useId } from "react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { monthsAfter } from "#app/platform/utc-day.ts";
import { ChartAxis } from "#app/ui/chart-axis.tsx";
import { ChartFigure, ChartRow } from "#app/ui/chart-figure.tsx";
import type { BenchPost } from "./bench.queries.server.ts";
import { placeOnTimeline, TIMELINE_MONTHS } from "./bench.ts";

interface Props {
  readonly posts: readonly BenchPost[];
  /** "YYYY-MM-DD" */
  readonly today: string;
}

const HEIGHT = 18;
const TICKS = [0, 6, 12, 18, 24];

/** When the term of each post ends within two years, the soonest on top; the same as a table behind. */
export function BenchTimeline({ posts, today }: Props) {
  const id = useId();
  const { t, format } = useLanguage();
  const inOrder = posts.toSorted(
    (a, b) => (a.endsOn ?? "").localeCompare(b.endsOn ?? "") || a.id.localeCompare(b.id),
  );
  const labelOf = ({ roleKind, mission }: BenchPost) => `${nameIn(format.locale, roleKind)}, ${mission}`;
  const endOf = ({ endsOn }: BenchPost) => (endsOn ? format.date(endsOn) : t("bench.vacant"));
  return (
    <ChartFigure
      id={id}
      title={t("bench.timeline", { months: TIMELINE_MONTHS })}
      tableLabel={t("bench.timelineTable")}
      rowHeading={t("selection.post.one")}
      headings={[t("bench.termEnds")]}
      rows={inOrder.map((post) => ({ key: post.id, label: labelOf(post), cells: [endOf(post)] }))}
    >
      <ul>
        {inOrder.map((post) => {
          const place = post.endsOn ? placeOnTimeline(post.endsOn, today) : 0;
          return (
            <ChartRow key={post.id} label={labelOf(post)} note={endOf(post)}>
              <svg role="img" width="100%" height={HEIGHT} className="chart block overflow-visible">
                <title>{`${labelOf(post)} · ${endOf(post)}`}</title>
                <rect y="4" width="100%" height={HEIGHT - 8} className="fill-sunken stroke-rule" />
                <rect y="4" width={`${place ?? 100}%`} height={HEIGHT - 8} className="fill-accent" />
                {place !== null && (
                  <line
                    x1={`${place}%`}
                    x2={`${place}%`}
                    y1="0"
                    y2={HEIGHT}
                    className="stroke-ink"
                    strokeWidth="2"
                  />
                )}
              </svg>
            </ChartRow>
          );
        })}
      </ul>
      <ChartAxis
        ticks={TICKS.map((months) => ({
          at: (months / TIMELINE_MONTHS) * 100,
          label: format.date(monthsAfter(today, months)),
        }))}
      />
    </ChartFigure>
  );
}
