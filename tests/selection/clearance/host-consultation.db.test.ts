import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { assignClearance } from "#app/selection/clearance/assign-clearance.server.ts";
import { recordClearance } from "#app/selection/clearance/record-clearance.server.ts";
import { renewClearance } from "#app/selection/clearance/renew-clearance.server.ts";
import { readDecision } from "#app/selection/decision/decision.queries.server.ts";
import { decide } from "#app/selection/decision/make-decision.server.ts";
import { signReport } from "#app/selection/report/sign-report.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { events } from "#tests/support/cadre-story.ts";
import { aScreenedCandidacy, clearUntil } from "#tests/support/candidacy-story.ts";
import { must } from "#tests/support/must.ts";
import { aReport } from "#tests/support/panel-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const REASONS = "Of those recommended, the one whose record fits this mission's transition best.";
const hostGates = (vacancyId: string) =>
  database().clearance.findMany({
    where: { kind: "hostState", candidacy: { vacancyId } },
    include: { steps: true, candidacy: { select: { state: true } } },
  });

describe("the consultation of the host State", () => {
  it("is not asked for when a case is screened in", async () => {
    const { candidacyId } = await aScreenedCandidacy("UNIFIL");
    const kinds = (await database().clearance.findMany({ where: { candidacyId } })).map(({ kind }) => kind);
    expect([...kinds].sort()).toEqual(["conduct", "humanRights", "medical", "references"]);
  });

  it("opens with the last signature, on those recommended alone, and bars the decision until it is answered", async () => {
    const vetting = await anAccount("vettingOfficer", "Vetting");
    const { vacancyId, panelId, reportId, members, candidacyIds } = await aReport();
    await database().clearance.deleteMany({ where: { kind: "hostState", candidacy: { vacancyId } } });
    for (const member of members) {
      expect(await hostGates(vacancyId)).toEqual([]);
      must(await signReport(member, { panelId, reportId, dissent: null }));
    }
    const gates = await hostGates(vacancyId);
    expect(gates.map(({ candidacy }) => candidacy.state)).toEqual(["recommended", "recommended"]);
    for (const { steps, outcome, ownerId } of gates) {
      expect([outcome, steps.map(({ kind }) => kind)]).toEqual(["pending", ["requested"]]);
      expect(ownerId).not.toBeNull();
    }
    const [candidacyId = ""] = candidacyIds;
    expect(await events(candidacyId, "clearance.requested")).toHaveLength(1);
    const decider = await anAccount("decisionMaker", "Decider");
    const choose = () => decide(decider, { vacancyId, candidacyId, reasons: REASONS });
    expect(await choose()).toMatchObject({ refusal: { code: "clearancesMissing", params: { count: 1 } } });
    const gate = gates.find((one) => one.candidacyId === candidacyId);
    must(await recordClearance(vetting, { clearanceId: gate?.id ?? "", answer: clearUntil(0) }));
    const page = await readDecision(decider, vacancyId);
    expect(page?.candidates.find((one) => one.candidacyId === candidacyId)?.openGates).toEqual([]);
    must(await choose());
    const broken = (await checkData(database())).map(({ rule }) => rule.name);
    expect(broken).not.toContain("host-consulted-on-the-recommended");
  });

  it("is refused in every use case before the panel has recommended", async () => {
    const vetting = await anAccount("vettingOfficer", "Vetting");
    const { candidacyId } = await aScreenedCandidacy("UNTSO");
    const { id: clearanceId } = await database().clearance.create({
      data: { candidacyId, kind: "hostState", dueOn: new Date("2027-01-01") },
    });
    const owner = { version: 0, ownerId: vetting.userId ?? "" };
    for (const answer of [
      await recordClearance(vetting, { clearanceId, answer: clearUntil(0) }),
      await assignClearance(vetting, { clearanceId, form: owner }),
      await renewClearance(vetting, { clearanceId, version: 0 }),
    ])
      expect(answer).toMatchObject({ refusal: { code: "hostConsultationEarly" } });
    const gate = await database().clearance.findUniqueOrThrow({ where: { id: clearanceId } });
    expect([gate.outcome, gate.version]).toEqual(["pending", 0]);
  });
});
