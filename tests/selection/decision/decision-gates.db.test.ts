import { describe, expect, it } from "vitest";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { recordClearance } from "#app/selection/clearance/record-clearance.server.ts";
import { readAppointmentCase } from "#app/selection/decision/appointment.queries.server.ts";
import { readDecision } from "#app/selection/decision/decision.queries.server.ts";
import { appoint } from "#app/selection/decision/make-appointment.server.ts";
import { decide } from "#app/selection/decision/make-decision.server.ts";
import { panelReportSchema } from "#app/selection/report/panel-report.ts";
import { clearUntil } from "#tests/support/candidacy-story.ts";
import { sendLetters } from "#tests/support/letters.ts";
import { must } from "#tests/support/must.ts";
import { aSignedReport } from "#tests/support/panel-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const REASONS = "Of those recommended, the one whose record fits this mission's transition best.";

/** A signed report, whoever decides on it, and the first of those recommended. */
async function aDecisionToMake() {
  const story = await aSignedReport();
  const decider = await anAccount("decisionMaker", "Decider");
  const candidacyId = story.candidacyIds[0] ?? "";
  const make = () => decide(decider, { vacancyId: story.vacancyId, candidacyId, reasons: REASONS });
  const gatesShown = async () =>
    (await readDecision(decider, story.vacancyId))?.candidates.find((one) => one.candidacyId === candidacyId)
      ?.openGates;
  return { ...story, decider, candidacyId, make, gatesShown };
}

const setGate = (
  candidacyId: string,
  data: Parameters<ReturnType<typeof database>["clearance"]["update"]>[0]["data"],
) => database().clearance.update({ where: { candidacyId_kind: { candidacyId, kind: "medical" } }, data });

describe("a decision", () => {
  it("is not made while a gate is unanswered, refused, missing or expired; the page says which and for whom", async () => {
    const { candidacyId, make, gatesShown } = await aDecisionToMake();
    expect(await gatesShown()).toEqual([]);
    await setGate(candidacyId, { outcome: "pending", validUntil: null });
    expect(await gatesShown()).toEqual([{ kind: "medical", why: "pending", since: null }]);
    expect(await make()).toMatchObject({
      refusal: { code: "clearancesMissing", params: { count: 1 }, field: "candidacyId" },
    });
    await setGate(candidacyId, { outcome: "notClear" });
    expect(await gatesShown()).toEqual([{ kind: "medical", why: "notClear", since: null }]);
    expect(await make()).toMatchObject({ refusal: { code: "clearancesMissing" } });
    await setGate(candidacyId, { outcome: "clear", validUntil: new Date("2025-01-31") });
    expect(await gatesShown()).toEqual([{ kind: "medical", why: "expired", since: "2025-01-31" }]);
    expect(await make()).toMatchObject({ refusal: { code: "clearancesMissing" } });
    await database().clearance.deleteMany({ where: { candidacyId, kind: "hostState" } });
    expect(await gatesShown()).toContainEqual({ kind: "hostState", why: "notAsked", since: null });
    expect(await make()).toMatchObject({ refusal: { params: { count: 2 } } });
  });

  it("that departs from the order of the signed report is justified beside the field, and the grounds are kept", async () => {
    const story = await aSignedReport();
    const decider = await anAccount("decisionMaker", "Decider");
    const [first = "", second = ""] = story.candidacyIds;
    const choice = { vacancyId: story.vacancyId, candidacyId: second, reasons: REASONS };
    const offered = (await readDecision(decider, story.vacancyId))?.candidates;
    const needed = offered?.find(({ candidacyId }) => candidacyId === second)?.grounds;
    expect(offered?.find(({ candidacyId }) => candidacyId === first)?.grounds?.passedOver).toEqual([]);
    expect(needed).toEqual({ tiedWith: [], passedOver: [first] });
    expect(await decide(decider, choice)).toMatchObject({
      refusal: { code: "departureMissing", field: "departure", params: { count: 1 } },
    });
    expect(await database().decision.count({ where: { vacancyId: story.vacancyId } })).toBe(0);
    const departure = "Only the second has led a mission through the end of its mandate before.";
    must(await decide(decider, { ...choice, departure }));
    expect((await readDecision(decider, story.vacancyId))?.decision).toMatchObject({
      ...{ candidacyId: second, tieBreakReason: null, departureReason: departure },
    });
  });

  it("between two whom the marks cannot separate says what decided", async () => {
    const { vacancyId, candidacyId, decider, make } = await aDecisionToMake();
    const report = await database().panelReport.findFirstOrThrow({ where: { vacancyId } });
    const content = panelReportSchema.parse(report.content);
    const figures = {
      ...content.figures,
      orderHolds: content.figures.orderHolds.map(() => 0.6),
      rows: content.figures.rows.map((row) => ({ ...row, rankInterval: { best: 1, worst: 3 } })),
    };
    await database().panelReport.update({
      where: { id: report.id },
      data: { content: { ...content, figures } },
    });
    expect(await make()).toMatchObject({ refusal: { code: "tieBreakMissing", field: "tieBreak" } });
    const tieBreak = "Of the two, hers is the language of the host country, from the first day on.";
    must(await decide(decider, { vacancyId, candidacyId, reasons: REASONS, tieBreak }));
    expect(await database().decision.findUnique({ where: { vacancyId } })).toMatchObject({
      ...{ tieBreakReason: tieBreak, departureReason: null },
    });
  });

  it("made through the gate's last day stands; the appointment then waits for its renewal, and says for what", async () => {
    const { candidacyId, vacancyId, officer, make } = await aDecisionToMake();
    const today = new Date().toISOString().slice(0, 10);
    await setGate(candidacyId, { validUntil: new Date(today) });
    must(await make());
    await sendLetters(officer, vacancyId);
    const term = { startsOn: "2090-01-01", endsOn: "2091-01-01" };
    await at(new Date(Date.now() + 2 * 86_400_000), async () => {
      expect(await appoint(officer, { vacancyId, ...term })).toMatchObject({
        refusal: { code: "clearancesMissing" },
      });
      expect((await readAppointmentCase({ userId: null }, vacancyId))?.openGates).toEqual([
        { kind: "medical", why: "expired", since: today },
      ]);
    });
    must(await appoint(officer, { vacancyId, ...term }));
  });

  it("and a gate refused at the same moment never both stand", async () => {
    for (let n = 0; n < 4; n += 1) {
      const { candidacyId, vacancyId, make } = await aDecisionToMake();
      const vetting = await anAccount("vettingOfficer", "Vetting");
      const { id: clearanceId, version } = await database().clearance.findFirstOrThrow({
        where: { candidacyId, kind: "conduct" },
      });
      const refused = { ...clearUntil(version), outcome: "notClear" as const, validUntil: null };
      const [made, recorded] = await Promise.all([
        make(),
        recordClearance(vetting, { clearanceId, answer: refused }),
      ]);
      const decision = await database().decision.findUnique({ where: { vacancyId } });
      const step = await database().clearanceStep.findFirst({ where: { clearanceId, kind: "recorded" } });
      expect(made.ok).toBe(decision !== null);
      expect(recorded.ok).toBe(step !== null);
      // Where both succeed one came wholly before the other: the decision first, and it saw the gate open.
      if (made.ok && recorded.ok) expect(decision && step && decision.decidedAt <= step.at).toBe(true);
      else expect(made.ok ? recorded : made).toMatchObject({ ok: false });
      if (!made.ok) expect(made).toMatchObject({ refusal: { code: "clearancesMissing" } });
    }
  });
});
