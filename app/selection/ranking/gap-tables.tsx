import type { ScoreGap } from "#app/gender/score-gap.ts";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { regionName } from "#app/selection/needs/region.ts";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { ComputedNote } from "./computed-note.tsx";
import type { CriterionName, RankingPage } from "./ranking-page.ts";
import type { GapOf, GroupGap } from "./score-gaps.ts";

interface Props {
  readonly page: RankingPage;
  readonly gaps: readonly GroupGap[];
}

/** How far scores of groups are apart: for the chair and the secretariat, before the report is signed. */
export function GapTables({ page, gaps }: Props) {
  const { t } = useLanguage();
  const nameOf = useGroupName();
  return (
    <>
      {gaps.length === 0 && <p className="text-muted">{t("selection.ranking.gapNoOrder")}</p>}
      {gaps
        .filter(({ whole }) => whole.kind !== "countsOnly")
        .map((gap) => (
          <Section key={JSON.stringify(gap.of)} level={3} title={nameOf(gap.of)}>
            <GapTable page={page} gap={gap} />
          </Section>
        ))}
      <CountsOnly gaps={gaps} />
      <p className="measure mt-4">{t("selection.ranking.gapSignal")}</p>
      <ComputedNote of="gaps" />
    </>
  );
}

function useGroupName() {
  const { t, format } = useLanguage();
  return (of: GapOf) => {
    if (of.kind === "gender") return t("selection.ranking.gapOf.gender");
    const group = of.kind === "region" ? t(regionName(of.region)) : inLanguage(format.locale, of.name);
    return t("selection.ranking.gapOf.others", { group });
  };
}

function CountsOnly({ gaps }: Pick<Props, "gaps">) {
  const { t } = useLanguage();
  const nameOf = useGroupName();
  const small = gaps.filter(({ whole }) => whole.kind === "countsOnly");
  if (small.length === 0) return null;
  return (
    <>
      <p className="measure mt-4">{t("selection.ranking.gapCountsOnly")}</p>
      <ul className="mt-1 list-disc ps-6">
        {small.map(({ of, whole: { first, second } }) => (
          <li key={JSON.stringify(of)}>
            {t("selection.ranking.gapCounts", { group: nameOf(of), first, second })}
          </li>
        ))}
      </ul>
    </>
  );
}

interface GapTableProps extends Pick<Props, "page"> {
  readonly gap: GroupGap;
}

function GapTable({ page, gap: { whole, criteria, members, of } }: GapTableProps) {
  const { t, format } = useLanguage();
  const nameOf = useGroupName();
  const named = new Map<string, CriterionName>(page.criteria.map((one) => [one.id, one]));
  const criterion = (id: string) => inLanguage(format.locale, named.get(id)?.name ?? { en: "–", fr: "–" });
  const byCriterion = new Map(criteria.map(({ criterionId, gap }) => [criterionId, gap]));
  const rows: { readonly key: string; readonly what: string; readonly gap: ScoreGap }[] = [
    { key: "whole", what: t("selection.ranking.gapWhole"), gap: whole },
    ...page.criteria.flatMap(({ id }) => {
      const gap = byCriterion.get(id);
      return gap ? [{ key: id, what: criterion(id), gap }] : [];
    }),
    ...members.map(({ memberId, gap }) => ({
      key: memberId,
      what: t("selection.ranking.gapMember", { name: page.members[memberId] ?? "–" }),
      gap,
    })),
  ];
  const first = of.kind === "gender" ? t("gender.column.woman") : t("selection.ranking.gapGroup");
  const second = of.kind === "gender" ? t("gender.column.man") : t("selection.ranking.gapOthers");
  return (
    <DataTable
      caption={nameOf(of)}
      captionHidden
      stickyFirst
      rows={rows}
      rowKey={({ key }) => key}
      empty={null}
      columns={[
        { key: "what", header: t("selection.ranking.gapScores"), rowHeader: true, cell: ({ what }) => what },
        { key: "first", header: first, align: "end", cell: ({ gap }) => format.number(gap.first) },
        { key: "second", header: second, align: "end", cell: ({ gap }) => format.number(gap.second) },
        {
          key: "difference",
          header: t("selection.ranking.gapDifference"),
          align: "end",
          nowrap: true,
          cell: ({ gap }) => (gap.kind === "countsOnly" ? "–" : format.signed(gap.difference, 2)),
        },
        {
          key: "limits",
          header: t("selection.ranking.limits"),
          align: "end",
          nowrap: true,
          cell: ({ gap }) =>
            gap.kind === "countsOnly" || gap.limits === null
              ? "–"
              : t("selection.ranking.fromTo", {
                  best: format.signed(gap.limits[0], 2),
                  worst: format.signed(gap.limits[1], 2),
                }),
        },
        {
          key: "reading",
          header: t("selection.ranking.reads"),
          cell: ({ gap }) => t(`selection.ranking.gapReads.${readingOf(gap)}`),
        },
      ]}
    />
  );
}

function readingOf(gap: ScoreGap) {
  if (gap.kind === "countsOnly" || gap.kind === "tooFew") return gap.kind;
  if (gap.limits === null) return "noVariation";
  return gap.leavesOutZero ? "signal" : "noSignal";
}
