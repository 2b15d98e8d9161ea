import { useLanguage } from "#app/i18n/provider.tsx";
import { Stat, StatRow } from "#app/ui/stat.tsx";
import type { ProjectionPage } from "./projection-page.queries.server.ts";

type Props = Pick<ProjectionPage, "counts" | "appointed" | "bench" | "since" | "today">;

/** What a projection starts from: the posts as they are today, appointments of late, and the bench where it may be seen. */
export function ProjectionBasis({ counts, appointed, bench, since, today }: Props) {
  const { t, format } = useLanguage();
  const { women, men, vacant, others, acting } = counts;
  const base = women + men;
  const of = (part: { readonly women: number; readonly men: number }) =>
    t("gender.target.counted", {
      women: format.number(part.women),
      all: format.number(part.women + part.men),
    });
  return (
    <StatRow>
      <Stat
        label={t("gender.projection.today")}
        value={base === 0 ? t("gender.none") : format.percent(women / base, 1)}
        note={`${of(counts)} · ${t("gender.target.stockOn", { on: format.date(today) })}`}
      />
      <Stat
        label={t("gender.projection.vacant")}
        value={format.number(vacant)}
        note={t("gender.projection.apart", {
          acting: format.number(acting),
          others: format.number(others),
        })}
      />
      <Stat
        label={t("gender.projection.appointed")}
        value={of(appointed)}
        note={t("gender.target.flowIn", { from: format.date(since), to: format.date(today) })}
      />
      {bench && (
        <Stat
          label={t("gender.projection.bench")}
          value={of(bench)}
          note={t("gender.projection.benchNote")}
        />
      )}
    </StatRow>
  );
}
