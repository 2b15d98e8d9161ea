import { useLanguage } from "#app/i18n/provider.tsx";
import { Section } from "#app/ui/card.tsx";
import type { Column, StageFigure } from "./balance.ts";
import { BalanceFlow } from "./balance-flow.tsx";
import { LossTable } from "./loss-table.tsx";
import { stageImpacts } from "./stage-impact.ts";
import { stageLoss } from "./stage-loss.ts";

interface Props {
  readonly lead: string;
  readonly stages: readonly StageFigure[];
  readonly columns: readonly Column[];
}

/** Exact figures of a line: every step with what chance may have to do with it, and at which women are lost. */
export function SelectionSteps({ lead, stages, columns }: Props) {
  const { t } = useLanguage();
  return (
    <Section id="steps" title={t("gender.flow.title")} lead={lead}>
      <BalanceFlow stages={stages} columns={columns} leastBase={1} />
      <LossTable loss={stageLoss(stages, columns)} impacts={stageImpacts(stages, columns, 1)} />
    </Section>
  );
}
