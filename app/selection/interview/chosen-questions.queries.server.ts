import { database } from "#app/platform/database.server.ts";
import type { BankQuestion } from "./interview-page.ts";

/** What of a question a page shows. */
export const BANK_QUESTION = { id: true, criterionCode: true, textEn: true, textFr: true } as const;

/** The questions that a panel has chosen. */
export const readChosen = (panelId: string): Promise<readonly BankQuestion[]> =>
  database().interviewQuestion.findMany({
    where: { panels: { some: { panelId } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: BANK_QUESTION,
  });
