import { describe, expect, it } from "vitest";
import { listPledges } from "#app/mentoring/pool/mentor.queries.server.ts";
import { database } from "#app/platform/database.server.ts";
import { mergePeople } from "#app/selection/duplicate/merge-people.server.ts";
import { listNominatingStates, readState } from "#app/selection/nomination/state.queries.server.ts";
import { withdrawNomination } from "#app/selection/nomination/withdraw-nomination.server.ts";
import { aComparedNomination, pairOf } from "#tests/support/duplicate-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aFocalPoint, aNomination, anOpenCall } from "#tests/support/selection-story.ts";

describe("a state's page", () => {
  it("counts its nominees by standing, keeps its lists and reasons, and names what is due next", async () => {
    const { vacancyId } = await anOpenCall("MINUSCA");
    const { nominationId, focalPoint } = await aNomination(vacancyId, "GH");
    await aNomination(vacancyId, "GH", "man");
    const reason = "The nominee has taken another office.";
    must(await withdrawNomination(focalPoint, { nominationId, reason }));
    const page = await readState(focalPoint, "GH");
    const count = (status: string) => page?.counts.find((one) => one.status === status)?.count;
    expect([count("awaitingConsent"), count("withdrawn"), count("selected")]).toEqual([1, 1, 0]);
    expect(page?.lists.map(({ women, men }) => [women, men])).toEqual([
      [1, 1],
      [1, 0],
    ]);
    expect(page?.withdrawals).toMatchObject([{ id: nominationId, withdrawnReason: reason }]);
    expect(page?.calls[0]?.closesAt).not.toBeNull();
    expect(page?.nominees.map(({ status }) => status).toSorted()).toEqual(["awaitingConsent", "withdrawn"]);
    expect(page?.lists[0]?.reference).toBeTruthy();
  });

  it("counts a case joined with another where that one stands, and of two of its own only one", async () => {
    const { vacancyId, officer } = await anOpenCall("MINURSO");
    const kept = await aComparedNomination(vacancyId, "RW", { familyName: "Qabcdmensah" });
    const others = [
      await aComparedNomination(vacancyId, "RW", { familyName: "Qabcdmensah", givenName: "AMA" }),
      await aComparedNomination(vacancyId, "JO", { familyName: "Qabcdmensah", givenName: "Áma" }),
    ];
    for (const { personId } of others) {
      const pair = await pairOf(kept.personId, personId);
      const merge = { version: pair?.version ?? 0, keptId: kept.personId, note: "The same person." };
      must(await mergePeople(officer, { pairId: pair?.id ?? "", merge }));
    }
    for (const stateCode of ["RW", "JO"]) {
      const page = await readState(await aFocalPoint(stateCode), stateCode);
      const standing = page?.counts.filter(({ count }) => count > 0);
      expect(standing).toEqual([{ status: "awaitingConsent", count: 1 }]);
      expect(page?.nominees.map(({ status }) => status)).toEqual(["awaitingConsent"]);
    }
  });

  it("gives of those whose case ended the reasons that the state was told, and none where none are told", async () => {
    const { vacancyId } = await anOpenCall("UNISFA");
    const screenedOut = await aNomination(vacancyId, "PK");
    const found = await aNomination(vacancyId, "PK", "man");
    await database().candidacy.update({
      where: { id: screenedOut.candidacyId },
      data: {
        state: "screenedOut",
        screening: {
          create: {
            ...{ screenedById: screenedOut.focalPoint.userId ?? "", passed: false, findings: [] },
            ...{ reasonCodes: ["yearsShort"], note: "Not for the state." },
          },
        },
      },
    });
    await database().candidacy.update({ where: { id: found.candidacyId }, data: { state: "suitable" } });
    await database().vacancy.update({ where: { id: vacancyId }, data: { state: "decided" } });
    const page = await readState(screenedOut.focalPoint, "PK");
    const told = page?.nominees.map(({ id, status, reasons }) => [id, status, reasons]);
    expect(told).toContainEqual([screenedOut.nominationId, "screenedOut", ["yearsShort"]]);
    expect(told).toContainEqual([found.nominationId, "suitable", []]);
    expect(JSON.stringify(page)).not.toContain("Not for the state");
  });

  it("is its own focal points', the secretariat's and the auditors' alone", async () => {
    const stranger = await aFocalPoint("FR");
    expect(await readState(stranger, "GH")).toBeNull();
    expect(await readState(await anAccount("candidate", "Candidate"), "GH")).toBeNull();
    expect((await readState(await anAccount("secretariat", "Officer"), "GH"))?.state.code).toBe("GH");
    expect((await readState(await anAccount("auditor", "Auditor"), "FR"))?.state.code).toBe("FR");
    expect(await readState(await anAccount("auditor", "Auditor"), "ZZ")).toBeNull();
  });

  it("asks as many statements for many nominees as for few, and so does the list of states", async () => {
    const { vacancyId } = await anOpenCall("UNMISS");
    const { focalPoint } = await aNomination(vacancyId, "NP");
    const few = await countQueries(() => readState(focalPoint, "NP"));
    for (let n = 0; n < 3; n += 1) await aNomination(vacancyId, "NP");
    const many = await countQueries(() => readState(focalPoint, "NP"));
    expect(many.queries).toBe(few.queries);
    const { value, queries } = await countQueries(() => listNominatingStates("en", 1));
    expect(value.states.find(({ code }) => code === "NP")?.nominations).toBe(4);
    expect(queries).toBeLessThanOrEqual(4);
    expect(await listPledges(focalPoint, "NP")).toEqual([]);
  });
});
