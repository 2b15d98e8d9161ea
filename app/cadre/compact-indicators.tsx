import { useLanguage } from "#app/i18n/provider.tsx";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { CompactFigure } from "./compact.ts";

interface Props {
  readonly figures: readonly CompactFigure[];
  readonly year: number;
  /** Whether they are kept as they stood when both had signed. */
  readonly signed: boolean;
}

/** The indicators of a compact: target, what the records say, and how it is known. */
export function CompactIndicators({ figures, year, signed }: Props) {
  const { t, format } = useLanguage();
  const say = (value: number | null, unit: CompactFigure["unit"]) =>
    value === null ? "–" : unit === "percent" ? format.percent(value / 100) : format.number(value);
  return (
    <Section
      title={t("compact.indicators")}
      lead={t(signed ? "compact.indicatorsSigned" : "compact.indicatorsLead", { year: String(year) })}
    >
      <DataTable
        caption={t("compact.indicators")}
        captionHidden
        stacks
        rows={figures}
        rowKey={({ indicator }) => indicator}
        empty={null}
        columns={[
          {
            key: "indicator",
            header: t("compact.indicator"),
            rowHeader: true,
            cell: ({ indicator }) => t(`compact.indicator.${indicator}`),
          },
          {
            key: "target",
            header: t("compact.target"),
            align: "end",
            cell: ({ target, unit }) => say(target, unit),
          },
          {
            key: "actual",
            header: t("compact.actual"),
            align: "end",
            cell: ({ standing, actual, unit }) =>
              standing === "measured" ? say(actual, unit) : t(`compact.standing.${standing}`),
          },
          {
            key: "how",
            header: t("compact.howKnown"),
            cell: ({ indicator }) => t(`compact.how.${indicator}`),
          },
        ]}
      />
    </Section>
  );
}
