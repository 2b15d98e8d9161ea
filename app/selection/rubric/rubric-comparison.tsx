import type { ReactNode } from "react";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { NEED_LEVELS, WHOLE } from "./criterion-weight.ts";
import type { InTwoLanguages } from "./default-rubric.ts";
import { type CriterionChanges, changesRubric, type RubricChanges } from "./rubric-changes.ts";

interface Props {
  readonly changes: RubricChanges;
  readonly before: number;
  readonly after: number;
}

interface Row {
  readonly key: string;
  readonly what: string;
  readonly before: ReactNode;
  readonly after: ReactNode;
}

/** What one version of a rubric changed in another, side by side and in words. */
export function RubricComparison({ changes, before, after }: Props) {
  const { t } = useLanguage();
  const rows = useRows(changes);
  if (!changesRubric(changes)) return <p>{t("rubric.same")}</p>;
  return (
    <DataTable
      caption={t("rubric.changesOf", { before, after })}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      empty={null}
      columns={[
        { key: "what", header: t("needs.what"), rowHeader: true, cell: ({ what }) => what },
        {
          key: "before",
          header: t("rubric.versionNumber", { version: before }),
          cell: (row) => row.before,
        },
        { key: "after", header: t("rubric.versionNumber", { version: after }), cell: (row) => row.after },
      ]}
    />
  );
}

function useRows(changes: RubricChanges): readonly Row[] {
  const { t, format } = useLanguage();
  const rowsOf = useCriterionRows();
  const words = (text: InTwoLanguages) => inLanguage(format.locale, text);
  const share = (value: number) => format.percent(value / 100);
  const part = ({ weight, name }: RubricChanges["added"][number]) =>
    t("rubric.withWeight", { name: words(name), weight: format.percent(weight / WHOLE, 1) });
  const { levels } = changes;
  return [
    ...(levels
      ? [
          {
            key: "levels",
            what: t("rubric.levels"),
            before: t("rubric.levelCount", { levels: levels.before }),
            after: t("rubric.levelCount", { levels: levels.after }),
          },
        ]
      : []),
    ...changes.shares.map(({ group, before, after }) => ({
      key: `share ${group}`,
      what: t("rubric.shareOf", { group: t(`selection.group.${group}`) }),
      before: share(before),
      after: share(after),
    })),
    ...changes.added.map((one) => ({
      key: `+${one.code}`,
      what: t("rubric.added"),
      before: "–",
      after: part(one),
    })),
    ...changes.dropped.map((one) => ({
      key: `-${one.code}`,
      what: t("rubric.dropped"),
      before: part(one),
      after: "–",
    })),
    ...changes.changed.flatMap(rowsOf),
  ];
}

/** The lines of one criterion: its words first, then its figures. */
function useCriterionRows() {
  const { t, format } = useLanguage();
  const words = (text: InTwoLanguages) => inLanguage(format.locale, text) || "–";
  const need = (value: number) =>
    t(`selection.needs.level.${NEED_LEVELS.find((level) => level === value) ?? 0}`);
  const percent = (value: number) => format.percent(value / WHOLE, 2);
  return ({ code, name, words: changed, ...figures }: CriterionChanges): readonly Row[] => {
    const about = words(name);
    const row = <T,>(
      key: string,
      what: string,
      change: { readonly before: T; readonly after: T } | null,
      show: (value: T) => ReactNode,
    ): readonly Row[] =>
      change
        ? [
            {
              key: `${code} ${key}`,
              what: t("rubric.changedIn", { name: about, what }),
              before: show(change.before),
              after: show(change.after),
            },
          ]
        : [];
    return [
      ...row("name", t("rubric.name"), changed.name, words),
      ...row("definition", t("rubric.definition"), changed.definition, words),
      ...changed.anchors.flatMap(({ level, ...change }) =>
        row(`anchor ${level}`, t("rubric.anchorOf", { level }), change, words),
      ),
      ...row("weight", t("selection.rubric.weight"), figures.weight, percent),
      ...row("base", t("rubric.base"), figures.baseWeight, (value) => format.number(value)),
      ...row("need", t("selection.needs.levelHeading"), figures.need, need),
      ...row("minimum", t("selection.rubric.minimum"), figures.minimumLevel, (level) =>
        level === null ? t("rubric.noMinimum") : format.number(level),
      ),
      ...row("stage", t("rubric.stage"), figures.stage, (stage) => t(`rubric.stage.${stage}`)),
    ];
  };
}
