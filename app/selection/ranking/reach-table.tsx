import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { ComputedNote } from "./computed-note.tsx";
import type { CriterionName, RankingPage } from "./ranking-page.ts";
import type { ShortlistChange } from "./weight-reach.ts";

interface Props {
  readonly page: RankingPage;
}

/** At which weight of each criterion the shortlist becomes another, and who then enters and leaves it. */
export function ReachTable({ page }: Props) {
  const { t } = useLanguage();
  const { reach } = page;
  return (
    <>
      {reach === null && <p className="text-muted">{t("selection.ranking.reachNoOrder")}</p>}
      {reach?.kind === "undefined" && (
        <p className="measure">{t(`selection.ranking.reachUndefined.${reach.reason}`)}</p>
      )}
      {reach?.kind === "found" && <Found page={page} reach={reach} />}
      <ComputedNote of="reach" />
    </>
  );
}

interface FoundProps extends Props {
  readonly reach: Extract<RankingPage["reach"], { kind: "found" }>;
}

function Found({ page, reach: { criteria, smallest } }: FoundProps) {
  const { t, format } = useLanguage();
  const named = new Map<string, CriterionName>(page.criteria.map((one) => [one.id, one]));
  const criterionName = (id: string) =>
    inLanguage(format.locale, named.get(id)?.name ?? { en: "–", fr: "–" });
  const least = criteria.find(({ criterionId }) => criterionId === smallest?.criterionId);
  const change = smallest && least?.[smallest.side];
  return (
    <>
      <p className="measure mb-3">
        {least && change
          ? t("selection.ranking.smallestChange", {
              criterion: criterionName(least.criterionId),
              from: format.percent(least.published, 2),
              to: format.percent(change.weight, 2),
            })
          : t("selection.ranking.noChange")}
      </p>
      <DataTable
        caption={t("selection.ranking.reach")}
        captionHidden
        stickyFirst
        rows={page.criteria.flatMap(({ id }) => criteria.find((one) => one.criterionId === id) ?? [])}
        rowKey={({ criterionId }) => criterionId}
        empty={null}
        columns={[
          {
            key: "criterion",
            header: t("selection.ranking.criterion"),
            rowHeader: true,
            cell: ({ criterionId }) => criterionName(criterionId),
          },
          {
            key: "weight",
            header: t("selection.ranking.publishedWeight"),
            align: "end",
            cell: ({ published }) => format.percent(published, 2),
          },
          {
            key: "below",
            header: t("selection.ranking.below"),
            cell: ({ below }) => <Change change={below} page={page} />,
          },
          {
            key: "above",
            header: t("selection.ranking.above"),
            cell: ({ above }) => <Change change={above} page={page} />,
          },
        ]}
      />
    </>
  );
}

interface ChangeProps extends Props {
  readonly change: ShortlistChange | null;
}

function Change({ change, page }: ChangeProps) {
  const { t, format } = useLanguage();
  if (change === null) return <span className="text-muted">{t("selection.ranking.noneAlters")}</span>;
  const names = (ids: readonly string[]) => format.list(ids.map((id) => page.people[id]?.name ?? "–"));
  return (
    <>
      <strong className="figures block">{format.percent(change.weight, 2)}</strong>
      {change.entering.length > 0 && (
        <span className="block">{t("selection.ranking.enters", { names: names(change.entering) })}</span>
      )}
      {change.leaving.length > 0 && (
        <span className="block">{t("selection.ranking.leaves", { names: names(change.leaving) })}</span>
      )}
    </>
  );
}
