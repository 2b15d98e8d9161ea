import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { SCORE_PARTS, type ScorePart, type ScoreWeights } from "./match-score.ts";

interface Props {
  readonly history: readonly (ScoreWeights & {
    readonly id: string;
    readonly reason: string;
    readonly setBy: string;
    readonly createdAt: string;
  })[];
}

/** The weights that hold and those before, with who set them and why. */
export function WeightsHistory({ history }: Props) {
  const { t, format } = useLanguage();
  const part = (name: ScorePart) => ({
    key: name,
    header: t(`mentoring.part.${name}`),
    align: "end" as const,
    cell: (row: ScoreWeights) => format.number(row[name]),
  });
  return (
    <DataTable
      caption={t("matching.weights.history")}
      captionHidden
      stickyFirst
      rows={history}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{t("matching.weights.noHistory")}</p>}
      columns={[
        {
          key: "when",
          header: t("matching.weights.when"),
          rowHeader: true,
          nowrap: true,
          cell: ({ createdAt }) => format.dateTime(createdAt),
        },
        ...SCORE_PARTS.map(part),
        { key: "by", header: t("matching.weights.by"), cell: ({ setBy }) => setBy },
        { key: "reason", header: t("matching.weights.reason"), cell: ({ reason }) => reason },
      ]}
    />
  );
}
