import { describe, expect, it } from "vitest";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { readCandidacy } from "#app/selection/candidate/candidacy.queries.server.ts";
import { candidacyTasks } from "#app/selection/candidate/candidacy-tasks.queries.server.ts";
import { withdrawCandidacy } from "#app/selection/candidate/withdraw-candidacy.server.ts";
import { assignClearance } from "#app/selection/clearance/assign-clearance.server.ts";
import { listClearances, readClearance } from "#app/selection/clearance/clearance.queries.server.ts";
import type { ClearanceKind, ClearanceView } from "#app/selection/clearance/clearance.ts";
import { recordClearance } from "#app/selection/clearance/record-clearance.server.ts";
import { renewClearance } from "#app/selection/clearance/renew-clearance.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { aScreenedCandidacy, asCandidate, clearAll, clearUntil } from "#tests/support/candidacy-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const DAY = 86_400_000;
const vets = (name: string) => anAccount("vettingOfficer", name);
const gateOf = (candidacyId: string, kind: ClearanceKind = "medical") =>
  database().clearance.findUniqueOrThrow({ where: { candidacyId_kind: { candidacyId, kind } } });
const listed = async (actor: Awaited<ReturnType<typeof vets>>, view: ClearanceView, mine = false) =>
  (await listClearances(actor, { view, mine, page: 1 })).clearances.map(({ id }) => id);

describe("the gates of a candidacy", () => {
  it("have each an owner who vets and is not the candidate, a day they are due, and the start of a history", async () => {
    const vetting = await vets("Vetting");
    const { candidacyId, officer } = await aScreenedCandidacy("UNIFIL");
    const gates = await database().clearance.findMany({ where: { candidacyId }, include: { steps: true } });
    expect(gates).toHaveLength(4);
    expect(new Set(gates.map(({ ownerId }) => ownerId)).size).toBe(1);
    const grants = await database().roleGrant.findMany({ where: { role: "vettingOfficer" } });
    expect(grants.map(({ userId }) => userId)).toContain(gates[0]?.ownerId);
    for (const { steps, dueOn, requestedAt } of gates) {
      expect(steps).toMatchObject([{ kind: "requested" }]);
      expect(dueOn.getTime()).toBeGreaterThan(requestedAt.getTime() + 20 * DAY);
    }
    const page = await readCandidacy(officer, candidacyId);
    expect(page?.gates).toHaveLength(4);
    expect(page?.gates[0]).toMatchObject({
      outcome: "pending",
      clock: { days: 0, running: true, overdue: false },
    });
    expect(JSON.stringify(page)).not.toContain('"note":"Asked');
    expect(vetting.role).toBe("vettingOfficer");
  });

  it("show their clocks: what is overdue, whose it is, and what expires, by list and by task", async () => {
    const vetting = await vets("Vetting");
    const { candidacyId } = await aScreenedCandidacy("UNTSO");
    const gate = await gateOf(candidacyId);
    must(
      await assignClearance(vetting, {
        clearanceId: gate.id,
        form: { version: 0, ownerId: vetting.userId ?? "" },
      }),
    );
    expect(await listed(vetting, "overdue")).not.toContain(gate.id);
    const tasks = async () => (await candidacyTasks(vetting)).map(({ id }) => id);
    await at(new Date(gate.dueOn.getTime() + DAY), async () => {
      expect(await listed(vetting, "overdue", true)).toContain(gate.id);
      expect(await tasks()).toContain("overdue");
      const clearance = await readClearance(vetting, gate.id);
      expect(clearance?.clock).toMatchObject({ days: 31, overdue: true });
      const validUntil = new Date(gate.dueOn.getTime() + 20 * DAY).toISOString().slice(0, 10);
      must(await recordClearance(vetting, { clearanceId: gate.id, answer: clearUntil(1, validUntil) }));
      expect(await listed(vetting, "overdue", true)).not.toContain(gate.id);
      expect(await listed(vetting, "expiring", true)).toEqual([gate.id]);
      expect(await tasks()).toContain("expiring");
    });
  });

  it("are given to another officer who vets, who is told; never to the candidate or somebody else", async () => {
    const [one, two] = [await vets("One"), await vets("Two")];
    const { candidacyId, officer, userId } = await aScreenedCandidacy("UNDOF");
    const { id: clearanceId } = await gateOf(candidacyId);
    const give = (ownerId: string | null, version = 0, actor = one) =>
      assignClearance(actor, { clearanceId, form: { version, ownerId: ownerId ?? "" } });
    expect(await give(two.userId, 0, officer)).toMatchObject({ refusal: { code: "notPermitted" } });
    expect(await give(officer.userId)).toMatchObject({ refusal: { code: "notAVettingOfficer" } });
    await database().roleGrant.create({ data: { userId, role: "vettingOfficer" } });
    expect(await give(userId)).toMatchObject({ refusal: { code: "ownerIsCandidate" } });
    must(await give(two.userId));
    expect(await give(one.userId, 0)).toMatchObject({ refusal: { code: "changedMeanwhile" } });
    const mail = await database().outgoingMail.findFirstOrThrow({
      where: { kind: "clearanceAssigned", toAddress: `${two.userId}@example.org` },
    });
    expect(mail.params).toMatchObject({ gate: "medical" });
    expect(
      (await readClearance(one, clearanceId))?.steps.map(({ kind, owner }) => [kind, owner]).at(-1),
    ).toEqual([...["assigned", "Two"]]);
    await database().roleGrant.deleteMany({ where: { userId, role: "vettingOfficer" } });
  });

  it("can be asked for again near their last day: they hold through it, the clock starts anew, history stays", async () => {
    const vetting = await vets("Vetting");
    const { candidacyId } = await aScreenedCandidacy("UNISFA");
    const { id: clearanceId } = await gateOf(candidacyId);
    const renew = (version: number) => renewClearance(vetting, { clearanceId, version });
    expect(await renew(0)).toMatchObject({ refusal: { code: "gateAlreadyAsked" } });
    must(await recordClearance(vetting, { clearanceId, answer: clearUntil(0, "2035-06-30") }));
    expect(await renew(1)).toMatchObject({ refusal: { code: "gateStillHolds" } });
    await at(new Date("2035-06-20T10:00:00Z"), async () => {
      must(await renew(1));
      expect(await readClearance(vetting, clearanceId)).toMatchObject({
        ...{ outcome: "clear", expired: false, validUntil: "2035-06-30", clock: { running: true, days: 0 } },
      });
      expect(await listed(vetting, "waiting")).toContain(clearanceId);
    });
    await at(new Date("2035-07-01T10:00:00Z"), async () => {
      expect(await readClearance(vetting, clearanceId)).toMatchObject({ expired: true });
      must(await recordClearance(vetting, { clearanceId, answer: clearUntil(2, "2044-06-30") }));
      const page = await readClearance(vetting, clearanceId);
      expect(page).toMatchObject({ expired: false, outcome: "clear", validUntil: "2044-06-30" });
      expect(page?.steps.map(({ kind }) => kind)).toEqual([
        ...["requested", "recorded", "requestedAgain", "recorded"],
      ]);
    });
  });

  it("that were not given go back to being asked for", async () => {
    const vetting = await vets("Vetting");
    const { candidacyId } = await aScreenedCandidacy("UNMOGIP");
    const { id: clearanceId } = await gateOf(candidacyId, "conduct");
    const refused = { ...clearUntil(0), outcome: "notClear" as const, validUntil: null };
    must(await recordClearance(vetting, { clearanceId, answer: refused }));
    must(await renewClearance(vetting, { clearanceId, version: 1 }));
    expect(await readClearance(vetting, clearanceId)).toMatchObject({ outcome: "pending" });
    expect(await checkData(database())).toEqual([]);
  });
});

describe("the restricted note", () => {
  it("is sealed in the database and opens to vetting officers alone", async () => {
    const vetting = await vets("Vetting");
    const { candidacyId, officer } = await aScreenedCandidacy("UNMISS");
    const { id: clearanceId } = await gateOf(candidacyId, "humanRights");
    const note = "Asked the focal points of two offices, reference Quittenmus.";
    must(await recordClearance(vetting, { clearanceId, answer: { ...clearUntil(0), note } }));
    const stored = await gateOf(candidacyId, "humanRights");
    expect(stored.note).not.toContain("Quittenmus");
    expect(await readClearance(vetting, clearanceId)).toMatchObject({ note });
    const others = ["secretariat", "auditor", "panelMember", "decisionMaker", "focalPoint"] as const;
    for (const role of others) {
      expect(await readClearance(await anAccount(role, role), clearanceId), role).toBeNull();
    }
    const seen = [
      await readCandidacy(officer, candidacyId),
      await listClearances(officer, { view: "all", page: 1 }),
      (await database().recordEvent.findMany({ where: { subjectId: clearanceId } })).map((e) => e.canonical),
    ];
    expect(JSON.stringify(seen)).not.toContain("Quittenmus");
  });
});

describe("recording an outcome", () => {
  it("keeps one where two officers record at once", async () => {
    const { candidacyId } = await aScreenedCandidacy("UNFICYP");
    const officers = await Promise.all(["A", "B"].map(vets));
    const { id: clearanceId } = await gateOf(candidacyId);
    const answers = await Promise.all(
      officers.map((actor, n) =>
        recordClearance(actor, {
          clearanceId,
          answer: n === 0 ? clearUntil(0) : { ...clearUntil(0), outcome: "notClear", validUntil: null },
        }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const events = { subjectId: clearanceId, kind: "clearance.recorded" };
    expect(await database().recordEvent.count({ where: events })).toBe(1);
    expect(await database().clearanceStep.count({ where: { clearanceId, kind: "recorded" } })).toBe(1);
  });

  it("takes no answer from the future, and none for a case that has ended", async () => {
    const story = await aScreenedCandidacy("UNOWAS");
    const vetting = await vets("Vetting");
    const { id: clearanceId } = await gateOf(story.candidacyId);
    const record = (answer = clearUntil(0)) => recordClearance(vetting, { clearanceId, answer });
    expect(await record({ ...clearUntil(0), receivedOn: "2098-01-01" })).toMatchObject({
      refusal: { code: "receivedInFuture", field: "receivedOn" },
    });
    const waiting = async () => (await candidacyTasks(vetting)).map(({ id }) => id);
    expect(await waiting()).toContain(`clear:${story.vacancyId}`);
    must(await withdrawCandidacy(asCandidate(story), { candidacyId: story.candidacyId }));
    expect(await waiting()).not.toContain(`clear:${story.vacancyId}`);
    expect(await listed(vetting, "waiting")).not.toContain(clearanceId);
    expect(await record()).toMatchObject({ refusal: { code: "wrongState" } });
  });

  it("is never of one's own case, nor is reading it", async () => {
    const { candidacyId, userId } = await aScreenedCandidacy("UNMIK");
    const vetting = { ...(await vets("Vetting")), userId };
    const { id: clearanceId } = await gateOf(candidacyId);
    expect(await readClearance(vetting, clearanceId)).toBeNull();
    expect(await listed(vetting, "all")).not.toContain(clearanceId);
    for (const answer of [
      recordClearance(vetting, { clearanceId, answer: clearUntil(0) }),
      renewClearance(vetting, { clearanceId, version: 0 }),
      assignClearance(vetting, { clearanceId, form: { version: 0, ownerId: userId } }),
    ]) {
      expect(await answer).toMatchObject({ refusal: { code: "ownCase" } });
    }
  });
});

describe("a vetting officer's list", () => {
  it("has what waits, by kind; an expired gate waits again", async () => {
    const { candidacyId } = await aScreenedCandidacy("UNSMIL");
    const vetting = await vets("Vetting");
    const { id } = await gateOf(candidacyId);
    expect(await listed(vetting, "waiting")).toContain(id);
    const { clearances } = await listClearances(vetting, { view: "waiting", kind: "conduct", page: 1 });
    expect(new Set(clearances.map(({ kind }) => kind))).toEqual(new Set(["conduct"]));
    must(await recordClearance(vetting, { clearanceId: id, answer: clearUntil(0, "2035-06-30") }));
    expect(await listed(vetting, "waiting")).not.toContain(id);
    await at(new Date("2035-07-01T00:00:00Z"), async () =>
      expect(await listed(vetting, "waiting")).toContain(id),
    );
  });

  it("sends as many statements for many gates as for few", async () => {
    const vetting = await vets("Vetting");
    const { candidacyId } = await aScreenedCandidacy("UNRCCA");
    const { id } = await gateOf(candidacyId);
    const count = async () => ({
      list: (await countQueries(() => listClearances(vetting, { view: "waiting", page: 1 }))).queries,
      tasks: (await countQueries(() => candidacyTasks(vetting))).queries,
      one: (await countQueries(() => readClearance(vetting, id))).queries,
    });
    const before = await count();
    await clearAll((await aScreenedCandidacy("UNAMA")).candidacyId);
    await aScreenedCandidacy("BINUH");
    expect(await count()).toEqual(before);
  });
});
