import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { inTwoLanguages } from "#app/selection/in-two-languages.ts";
import { factsOf } from "#app/selection/panel/panel-facts.ts";
import { loadPanel, readVacancyTitle } from "#app/selection/panel/panel-state.queries.server.ts";
import { criteriaOf } from "#app/selection/panel/phase.ts";
import { readSheetRubric } from "#app/selection/sheet/score-sheet.queries.server.ts";
import { BANK_QUESTION, readChosen } from "./chosen-questions.queries.server.ts";
import type { BankQuestion, InterviewGuide } from "./interview-page.ts";

export const QUESTIONS_PER_PAGE = 25;

/** The criteria of the library that can be judged in an interview, in its order; retired ones are asked about no more. */
export async function questionableCriteria() {
  const criteria = await database().libraryCriterion.findMany({
    where: { supersededAt: null, retiredAt: null, stage: { not: "desk" } },
    orderBy: [{ position: "asc" }, { code: "asc" }],
    select: { code: true, name: true },
  });
  return criteria.map(({ code, name }) => ({ code, name: inTwoLanguages(name) }));
}

/** The questions of the bank that can be chosen, those on one criterion or all, by criterion. */
export async function listQuestions(criterionCode: string, page: number) {
  const where = { retiredAt: null, ...(criterionCode === "" ? {} : { criterionCode }) };
  const [total, questions] = await Promise.all([
    database().interviewQuestion.count({ where }),
    database().interviewQuestion.findMany({
      where,
      orderBy: [{ criterionCode: "asc" }, { createdAt: "asc" }, { id: "asc" }],
      skip: (page - 1) * QUESTIONS_PER_PAGE,
      take: QUESTIONS_PER_PAGE,
      select: BANK_QUESTION,
    }),
  ]);
  return { total, questions };
}

/** What a panel can ask: the bank's questions on the criteria it judges in the interview, with those it has chosen. */
export async function readChoice(actor: Actor, panelId: string) {
  const guide = can(actor, "panel.set") ? await readGuide(actor, panelId) : null;
  if (!guide) return null;
  const chosen = guide.criteria.flatMap(({ questions }) => questions);
  const bank = await database().interviewQuestion.findMany({
    where: { retiredAt: null, criterionCode: { in: guide.criteria.map(({ criterion }) => criterion.code) } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 500,
    select: BANK_QUESTION,
  });
  const known = new Set(bank.map(({ id }) => id));
  const offered: readonly BankQuestion[] = [...chosen.filter(({ id }) => !known.has(id)), ...bank];
  return {
    ...guide,
    chosen: chosen.map(({ id }) => id),
    criteria: guide.criteria.map(({ criterion }) => ({
      criterion,
      questions: offered.filter(({ criterionCode }) => criterionCode === criterion.code),
    })),
  };
}

/** What a panel asks every candidate, by criterion; null where there are no interviews, or for who may not see the panel. */
export async function readGuide(actor: Actor, panelId: string): Promise<InterviewGuide | null> {
  const panel = await loadPanel(database(), panelId);
  if (!panel?.interview || !can(actor, "panel.read", factsOf(panel))) return null;
  const [vacancy, rubric, questions] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    readSheetRubric(panel.vacancyId),
    readChosen(panelId),
  ]);
  return {
    panelId,
    vacancy,
    criteria: criteriaOf(rubric.criteria, "interview", panel).map((criterion) => ({
      criterion,
      questions: questions.filter(({ criterionCode }) => criterionCode === criterion.code),
    })),
  };
}
