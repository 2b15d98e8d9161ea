import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { declineSelection } from "#app/selection/decision/decline-selection.server.ts";
import { effectDecisions } from "#app/selection/decision/effect-decisions.server.ts";
import { holdDecision } from "#app/selection/decision/hold-decision.server.ts";
import { decide } from "#app/selection/decision/make-decision.server.ts";
import { sendLetter } from "#app/selection/decision/send-letter.server.ts";
import { code } from "#tests/support/cadre-story.ts";
import { waitingLetters } from "#tests/support/letters.ts";
import { must } from "#tests/support/must.ts";
import { aSignedReport } from "#tests/support/panel-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const REASONS = "Of those recommended, the one whose record fits this mission's transition best.";
const OTHERWISE = "Of those recommended, the one who has led a drawdown of this size before.";
/** Both grounds, so that neither choice is refused for want of one. */
const GROUNDS = {
  tieBreak: "Of equal marks, the one who has led a transition in the host country's language.",
  departure: "The mission's next year is a drawdown, which the chosen alone has led before.",
};

async function aChoice() {
  const story = await aSignedReport();
  const [first = "", second = ""] = story.candidacyIds;
  const order = (candidacyId: string, reasons = REASONS) => ({
    ...{ vacancyId: story.vacancyId, candidacyId, reasons },
    ...GROUNDS,
  });
  const made = await anAccount("decisionMaker", "Decider");
  return {
    ...story,
    first,
    second,
    order,
    decider: made,
    another: await anAccount("decisionMaker", "Another"),
  };
}

/** What a decision leaves: one row, one selected, one letter a reader, one event. */
async function expectOneDecision(vacancyId: string) {
  expect(await database().decision.count({ where: { vacancyId } })).toBe(1);
  expect(await database().candidacy.count({ where: { vacancyId, state: "selected" } })).toBe(1);
  expect(await database().recordEvent.count({ where: { subjectId: vacancyId, kind: "decision.made" } })).toBe(
    1,
  );
  const letters = await database().letter.findMany({ where: { vacancyId } });
  const readers = letters.map(({ candidacyId, audience }) => `${candidacyId} ${audience}`);
  expect(new Set(readers).size).toBe(readers.length);
}

const candidateOf = async (candidacyId: string): Promise<Actor> => {
  const { personId } = await database().candidacy.findUniqueOrThrow({ where: { id: candidacyId } });
  return { ...(await anAccount("candidate", "Selected")), personId };
};

describe("a decision under attack", () => {
  it("pressed three times at once is made once, and every press is told of it; in other words it is refused", async () => {
    const { decider, another, first, second, order, vacancyId } = await aChoice();
    const answers = await Promise.all([1, 2, 3].map(() => decide(decider, order(first))));
    expect(new Set(answers.map((one) => must(one).decisionId)).size).toBe(1);
    await expectOneDecision(vacancyId);
    must(await decide(decider, order(first)));
    for (const [actor, other] of [
      [decider, order(first, OTHERWISE)],
      [decider, order(second)],
      [another, order(first)],
    ] as const)
      expect(code(await decide(actor, other))).toBe("wrongState");
    await expectOneDecision(vacancyId);
  });

  it("by two people, for two candidates, at the same moment is one of the two", async () => {
    for (let n = 0; n < 3; n += 1) {
      const { decider, another, first, second, order, vacancyId } = await aChoice();
      const answers = await Promise.all([decide(decider, order(first)), decide(another, order(second))]);
      expect(answers.map(code).toSorted()).toEqual(["ok", "wrongState"]);
      await expectOneDecision(vacancyId);
    }
  });

  it("and choices held in two tabs, put into effect twice, are made once and leave none held", async () => {
    const { decider, another, first, second, order, vacancyId } = await aChoice();
    const tabs = await Promise.all(
      [first, second].map((one) => holdDecision(decider, { ...order(one), heldVersion: 0 })),
    );
    expect(tabs.map(code).toSorted()).toEqual(["changedMeanwhile", "ok"]);
    must(await holdDecision(another, { ...order(second), heldVersion: 0 }));
    const seen = await database().heldDecision.findMany({ where: { heldById: decider.userId ?? "" } });
    const choices = seen.map(({ id, version }) => ({ heldId: id, version }));
    const effects = await Promise.all([
      effectDecisions(decider, choices),
      effectDecisions(decider, choices),
      decide(another, order(second)),
    ]);
    expect(effects.filter(({ ok }) => ok)).toHaveLength(1);
    await expectOneDecision(vacancyId);
    expect(await database().heldDecision.count({ where: { vacancyId } })).toBe(0);
    expect(code(await effectDecisions(decider, choices))).toBe("heldChangedMeanwhile");
  });

  it("replayed after the selected has declined selects nobody, and no letter it has overtaken is sent", async () => {
    const { decider, officer, first, second, order, vacancyId } = await aChoice();
    must(await decide(decider, order(first)));
    const letters = await waitingLetters(vacancyId);
    const toChosen = letters.find((one) => one.candidacyId === first && one.audience === "candidate");
    const toOther = letters.find((one) => one.candidacyId === second && one.audience === "candidate");
    if (!toChosen || !toOther) throw new Error("letters wanted");
    const textOf = ({ id: letterId, version, subject, body }: typeof toChosen) => ({
      ...{ letterId, version, subject, body },
    });
    must(await sendLetter(officer, textOf(toChosen)));
    const selected = await candidateOf(first);
    // At the same moment an officer presses "send": the letter goes out before the decline, or not at all.
    const [declined, sent] = await Promise.all([
      declineSelection(selected, { candidacyId: first, reason: "" }),
      sendLetter(officer, textOf(toOther)),
    ]);
    must(declined);
    const after = await database().letter.findUniqueOrThrow({ where: { id: toOther.id } });
    expect(after.state).toBe(sent.ok ? "sent" : "superseded");
    if (!sent.ok) expect(["letterSuperseded", "changedMeanwhile"]).toContain(sent.refusal.code);
    expect(code(await decide(decider, order(first)))).not.toBe("ok");
    expect(await database().candidacy.count({ where: { vacancyId, state: "selected" } })).toBe(0);
    expect(code(await sendLetter(officer, textOf(toOther)))).not.toBe("ok");
  });
});
