import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { readDecision } from "#app/selection/decision/decision.queries.server.ts";
import { effectDecisions } from "#app/selection/decision/effect-decisions.server.ts";
import {
  countHeldDecisions,
  readHeldDecisions,
} from "#app/selection/decision/held-decision.queries.server.ts";
import { holdDecision, releaseDecision } from "#app/selection/decision/hold-decision.server.ts";
import { decide } from "#app/selection/decision/make-decision.server.ts";
import { panelTasks } from "#app/selection/panel/panel-tasks.queries.server.ts";
import { must } from "#tests/support/must.ts";
import { aSignedReport } from "#tests/support/panel-story.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const REASONS = "Of those recommended, the one whose record fits this mission's transition best.";

/** Two vacancies before their decision, with the choice of the first recommended for each. */
async function twoPosts() {
  const [one, other] = [await aSignedReport(), await aSignedReport()];
  const orderFor = ({ vacancyId, candidacyIds }: typeof one) => ({
    ...{ vacancyId, candidacyId: candidacyIds[0] ?? "", reasons: REASONS, heldVersion: 0 },
  });
  return { first: orderFor(one), second: orderFor(other) };
}

/** The choices of an account as they stand now, as its page would post them. */
const seenBy = async ({ userId }: Actor) => {
  const held = await database().heldDecision.findMany({ where: { heldById: userId ?? "" } });
  return held.map(({ id, version }) => ({ heldId: id, version }));
};

const setMedical = (candidacyId: string, outcome: "clear" | "pending") =>
  database().clearance.update({
    where: { candidacyId_kind: { candidacyId, kind: "medical" } },
    data: { outcome, validUntil: outcome === "clear" ? new Date("2099-01-01") : null },
  });

const written = async (vacancyIds: readonly string[]) => {
  const where = { vacancyId: { in: [...vacancyIds] } };
  return [await database().decision.count({ where }), await database().letter.count({ where })];
};

describe("a choice that is held", () => {
  it("has no effect until all that are put into effect with it can stand; then all have, once, however often asked", async () => {
    const { first, second } = await twoPosts();
    const posts = [first.vacancyId, second.vacancyId];
    const decider = await anAccount("decisionMaker", "Decider");
    await setMedical(second.candidacyId, "pending");
    expect(await holdDecision(decider, { ...first, reasons: "Short." })).toMatchObject({
      refusal: { code: "reasonsTooShort", field: "reasons" },
    });
    must(await holdDecision(decider, first));
    const alone = await countQueries(() => readHeldDecisions(decider, 1));
    must(await holdDecision(decider, second));
    const both = await countQueries(() => readHeldDecisions(decider, 1));
    expect([alone.queries, both.queries]).toEqual([11, 11]);
    expect(both.value.held.map(({ openGates }) => openGates.length)).toEqual([0, 1]);
    expect(both.value.tally).toMatchObject({ woman: 2, man: 0 });
    expect(await written(posts)).toEqual([0, 0]);
    expect((await panelTasks(decider)).map(({ id }) => id)).toEqual(["effect"]);

    const seen = await seenBy(decider);
    expect(await effectDecisions(decider, seen)).toMatchObject({
      refusal: { code: "clearancesMissing", field: "held", params: { vacancyId: second.vacancyId } },
    });
    expect(await written(posts)).toEqual([0, 0]);
    await setMedical(second.candidacyId, "clear");
    const answers = await Promise.all([effectDecisions(decider, seen), effectDecisions(decider, seen)]);
    expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { decided: 2 } }]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "heldChangedMeanwhile" } });
    const [decisions, letters] = await written(posts);
    expect(decisions).toBe(2);
    expect(letters).toBeGreaterThan(2);
    expect(await countHeldDecisions(decider)).toBe(0);
    const told = await database().recordEvent.findMany({
      where: { subjectId: { in: posts }, kind: { startsWith: "decision." } },
      select: { kind: true, canonical: true },
    });
    expect(told.map(({ kind }) => kind).toSorted()).toEqual([
      ...["decision.held", "decision.held", "decision.made", "decision.made"],
    ]);
    // Whoever reads the record learns that something is held, not who is meant.
    const ofHolding = told.filter(({ kind }) => kind === "decision.held");
    expect(JSON.stringify(ofHolding)).not.toContain(first.candidacyId);
  });

  it("is its maker's alone, not changed behind their back, and gone when another decides", async () => {
    const { first, second } = await twoPosts();
    const [decider, colleague] = [
      await anAccount("decisionMaker", "Decider"),
      await anAccount("decisionMaker", "Colleague"),
    ];
    const officer = await anAccount("secretariat", "Officer");
    must(await holdDecision(decider, first));
    expect(await holdDecision(decider, first)).toMatchObject({ refusal: { code: "changedMeanwhile" } });
    expect(await holdDecision(officer, second)).toMatchObject({ refusal: { code: "notFound" } });
    const seen = await seenBy(decider);
    for (const other of [colleague, officer]) {
      expect((await readDecision(other, first.vacancyId))?.held).toBeNull();
      expect((await readHeldDecisions(other, 1)).held).toEqual([]);
      expect((await effectDecisions(other, seen)).ok).toBe(false);
      await releaseDecision(other, first.vacancyId);
    }
    expect((await readDecision(decider, first.vacancyId))?.held).toMatchObject({
      candidacyId: first.candidacyId,
    });
    must(await holdDecision(decider, { ...first, heldVersion: 1, reasons: `${REASONS} So it is.` }));
    expect(await effectDecisions(decider, seen)).toMatchObject({ refusal: { code: "heldChangedMeanwhile" } });

    must(await holdDecision(decider, second));
    const { personId } = await database().candidacy.findUniqueOrThrow({ where: { id: first.candidacyId } });
    const { personId: before } = await database().candidacy.findUniqueOrThrow({
      where: { id: second.candidacyId },
    });
    await database().candidacy.update({ where: { id: second.candidacyId }, data: { personId } });
    expect(await effectDecisions(decider, await seenBy(decider))).toMatchObject({
      refusal: { code: "chosenTwice" },
    });
    await database().candidacy.update({ where: { id: second.candidacyId }, data: { personId: before } });

    must(await releaseDecision(decider, second.vacancyId));
    must(await releaseDecision(decider, second.vacancyId));
    const events = { subjectId: second.vacancyId, kind: "decision.released" };
    expect(await database().recordEvent.count({ where: events })).toBe(1);
    must(await decide(colleague, first));
    expect(await countHeldDecisions(decider)).toBe(0);
  });
});
