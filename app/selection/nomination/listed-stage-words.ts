import type { Translate } from "#app/i18n/translate.ts";
import { isCadreStage, type ListedStage } from "./nomination-list.ts";

/** Where a nomination of the list stands, in words. */
export const listedStageWords = (t: Translate, stage: ListedStage): string =>
  isCadreStage(stage) ? t(`selection.nomination.status.${stage}`) : t(`selection.candidacy.state.${stage}`);
