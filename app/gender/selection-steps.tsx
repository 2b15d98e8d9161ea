import { useLanguage } from "#app/i18n/provider.tsx";
import type { StratifiedExact } from "#app/statistics/stratified-exact.ts";
import { Section } from "#app/ui/card.tsx";
import type { Column, StageFigure } from "./balance.ts";
import { BalanceFlow } from "./balance-flow.tsx";
import { LossTable } from "./loss-table.tsx";
import { stageImpacts } from "./stage-impact.ts";
import { stageLoss } from "./stage-loss.ts";

interface Props {
  readonly lead: string;
  readonly stages: readonly StageFigure[];
  /** The same of decided vacancies alone. */
  readonly steps: readonly StageFigure[];
  /** Of each step the comparison within vacancies, where several are pooled. */
  readonly within?: readonly (StratifiedExact | null)[] | undefined;
  readonly columns: readonly Column[];
}

/** Exact figures of a line: every step with what chance may have to do with it, and at which women are lost. */
export function SelectionSteps({ lead, stages, steps, within, columns }: Props) {
  const { t } = useLanguage();
  return (
    <Section id="steps" title={t("gender.flow.title")} lead={lead}>
      <BalanceFlow {...{ stages, steps, within, columns }} leastBase={1} />
      <LossTable loss={stageLoss(steps, columns)} impacts={stageImpacts(steps, columns, 1, within)} />
    </Section>
  );
}
