import type { PooledGap } from "#app/gender/pooled-gap.ts";
import { inLanguage } from "#app/i18n/languages.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Section } from "#app/ui/card.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import type { AssessorGap, CriterionGap, PanelGaps } from "./panel-gaps.ts";

interface Props {
  readonly gaps: PanelGaps & { readonly cut: boolean };
  /** Those of the assessors that stand on this page. */
  readonly shown: readonly AssessorGap[];
  readonly page: number;
  readonly perPage: number;
}

/** In which criterion and with which assessor the scores of women and men part: a reason to look and to talk. */
export function PanelGapTables({ gaps, shown, page, perPage }: Props) {
  const { t } = useLanguage();
  const figures = useGapColumns();
  const { panels, apart, criteria, assessors, assessorsWithTooFew, cut } = gaps;
  const several = new Set(criteria.map(({ levels }) => levels)).size > 1;
  const ofScale = (levels: number) => (several ? ` ${t("gender.gap.ofLevels", { levels })}` : "");
  const nameOf = useCriterionName();
  return (
    <Section id="gaps" title={t("gender.gap.title")} lead={t("gender.gap.lead")}>
      <p className="measure mb-4">
        {t("gender.gap.panels", { count: panels })} {apart > 0 && t("gender.gap.apart", { count: apart })}{" "}
        {cut && t("gender.gap.cut")}
      </p>
      <div className="grid grid-cols-1 gap-8">
        <DataTable
          caption={t("gender.gap.criteria")}
          stickyFirst
          rows={criteria}
          rowKey={({ key }) => key}
          empty={<p className="text-muted">{t("gender.gap.none")}</p>}
          note={t("gender.gap.criteriaNote")}
          columns={[
            {
              key: "criterion",
              header: t("gender.gap.criterion"),
              rowHeader: true,
              cell: (line: CriterionGap) => nameOf(line) + ofScale(line.levels),
            },
            ...figures,
          ]}
        />
        <div>
          <DataTable
            caption={t("gender.gap.assessors")}
            stickyFirst
            rows={shown}
            rowKey={({ key }) => key}
            empty={<p className="text-muted">{t("gender.gap.noAssessor")}</p>}
            note={t("gender.gap.assessorsNote")}
            columns={[
              {
                key: "assessor",
                header: t("gender.gap.assessor"),
                rowHeader: true,
                cell: (line: AssessorGap) => line.name + ofScale(line.levels),
              },
              ...figures,
              { key: "shrunk", header: t("gender.gap.shrunk"), align: "end", cell: useShrunk() },
            ]}
          />
          <Pages page={page} perPage={perPage} total={assessors.length} />
          {assessorsWithTooFew > 0 && (
            <p className="measure mt-2">{t("gender.gap.tooFewAssessors", { count: assessorsWithTooFew })}</p>
          )}
        </div>
      </div>
      <p className="measure mt-4">{t("gender.gap.signal")}</p>
      <details className="measure mt-4 text-sm">
        <summary>{t("gender.gap.how")}</summary>
        {(["within", "residual", "together", "sources"] as const).map((one) => (
          <p key={one} className="mt-2">
            {t(`gender.gap.about.${one}`)}
          </p>
        ))}
      </details>
    </Section>
  );
}

function useCriterionName() {
  const { t, format } = useLanguage();
  return ({ name }: CriterionGap) =>
    name === null ? t("gender.gap.whole") : inLanguage(format.locale, name);
}

function useShrunk() {
  const { t, format } = useLanguage();
  return ({ shrunk }: AssessorGap) => (shrunk === null ? t("gender.none") : format.signed(shrunk, 2));
}

function useGapColumns(): readonly Column<{ readonly panels: number; readonly gap: PooledGap }>[] {
  const { t, format } = useLanguage();
  const none = t("gender.none");
  return [
    {
      key: "panels",
      header: t("gender.gap.panelsColumn"),
      align: "end",
      cell: ({ panels }) => format.number(panels),
    },
    {
      key: "women",
      header: t("gender.column.woman"),
      align: "end",
      cell: ({ gap }) => format.number(gap.first),
    },
    {
      key: "men",
      header: t("gender.column.man"),
      align: "end",
      cell: ({ gap }) => format.number(gap.second),
    },
    {
      key: "difference",
      header: t("gender.gap.difference"),
      align: "end",
      nowrap: true,
      cell: ({ gap }) => (gap.kind === "countsOnly" ? none : format.signed(gap.difference, 2)),
    },
    ...(["limits", "together"] as const).map((which) => ({
      key: which,
      header: t(`gender.gap.${which}`),
      align: "end" as const,
      nowrap: true,
      cell: ({ gap }: { readonly gap: PooledGap }) => {
        const limits = gap.kind === "countsOnly" ? null : gap[which];
        if (limits === null) return none;
        const [low, high] = [format.signed(limits[0], 2), format.signed(limits[1], 2)];
        return t("gender.flow.interval", { low, high });
      },
    })),
    {
      key: "reading",
      header: t("gender.impact.reading"),
      cell: ({ gap }) => t(`gender.gap.reads.${readingOf(gap)}`),
    },
  ];
}

function readingOf(gap: PooledGap) {
  if (gap.kind !== "judged") return gap.kind;
  return gap.limits === null ? "noVariation" : gap.leavesOutZero;
}
