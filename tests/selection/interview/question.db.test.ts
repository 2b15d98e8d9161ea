import { describe, expect, it } from "vitest";
import {
  addQuestion,
  chooseQuestions,
  retireQuestion,
} from "#app/selection/interview/keep-questions.server.ts";
import { openPanelInterviews } from "#app/selection/interview/open-interviews.server.ts";
import { listQuestions, readChoice, readGuide } from "#app/selection/interview/question.queries.server.ts";
import { readSheet } from "#app/selection/sheet/score-sheet.queries.server.ts";
import { must, refusalOf } from "#tests/support/must.ts";
import { aComparedPanel, anInterviewPanel } from "#tests/support/panel-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

describe("the questions of an interview", () => {
  const QUESTION = "Tell us of talks that had come to a standstill.";
  const asked = (criterionCode: string) => ({ criterionCode, textEn: QUESTION, textFr: QUESTION });

  it("are kept by the secretariat, chosen for a panel, and stand on its sheets and in its guide", async () => {
    const story = await anInterviewPanel();
    const { panelId, officer, chair } = story;
    expect(refusalOf(await addQuestion(chair, asked("c2")))).toBe("notPermitted");
    expect(refusalOf(await addQuestion(officer, asked("nothing")))).toBe("criterionUnknown");
    const { questionId } = must(await addQuestion(officer, asked("c2")));
    const other = must(await addQuestion(officer, asked("c4")));
    expect(refusalOf(await chooseQuestions(chair, { panelId, questions: [questionId] }))).toBe(
      "notPermitted",
    );
    const unknown = "018f0000-0000-7000-8000-000000000001";
    expect(refusalOf(await chooseQuestions(officer, { panelId, questions: [unknown] }))).toBe("notFound");
    must(await chooseQuestions(officer, { panelId, questions: [questionId] }));
    must(await retireQuestion(officer, other));
    expect(refusalOf(await retireQuestion(officer, other))).toBe("notFound");
    expect(refusalOf(await chooseQuestions(officer, { panelId, questions: [other.questionId] }))).toBe(
      "notFound",
    );
    must(await retireQuestion(officer, { questionId }));
    expect((await readChoice(officer, panelId))?.chosen).toEqual([questionId]);
    const guide = await readGuide(chair, panelId);
    expect(guide?.criteria.map(({ criterion, questions }) => [criterion.code, questions.length])).toEqual([
      ...[
        ["c2", 1],
        ["c3", 0],
        ["c4", 0],
      ],
    ]);
    const stranger = await anAccount("panelMember", "Stranger");
    expect(await readGuide(stranger, panelId)).toBeNull();
    expect((await listQuestions("c2", 1)).questions.map(({ id }) => id)).not.toContain(questionId);
  });

  it("no longer change once the interviews are open, when the sheets show them", async () => {
    const story = await aComparedPanel({ arranged: true });
    const { panelId, officer } = story;
    const { questionId } = must(await addQuestion(officer, asked("c4")));
    must(await chooseQuestions(officer, { panelId, questions: [questionId] }));
    must(await openPanelInterviews(story.chair, story));
    expect(refusalOf(await chooseQuestions(officer, { panelId, questions: [] }))).toBe("questionsFixed");
    const sheet = await readSheet(story.chair, panelId, story.candidacyIds[0] ?? "");
    expect(sheet?.questions.map(({ id }) => id)).toEqual([questionId]);
  });
});
