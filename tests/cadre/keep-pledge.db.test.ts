import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { advancePledge, makePledge, withdrawPledge } from "#app/cadre/keep-pledge.server.ts";
import { pledgeTasks } from "#app/cadre/pledge-tasks.queries.server.ts";
import { remindPledge } from "#app/cadre/remind-pledge.server.ts";
import { listStatePledges, readPromises, readStatePledge } from "#app/cadre/state-pledge.queries.server.ts";
import type { NewStatePledge, PledgeAdvance } from "#app/cadre/state-pledge.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { loader as inCsv } from "#app/routes/public.pledges[.]csv.tsx";
import { loader as inJson } from "#app/routes/public.pledges[.]json.tsx";
import { code, events } from "#tests/support/cadre-story.ts";
import { aCourse, dayIn } from "#tests/support/course-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aFocalPoint } from "#tests/support/selection-story.ts";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const some = (changes: Partial<NewStatePledge> = {}): NewStatePledge => ({
  submissionKey: randomUUID(),
  kind: "genderChampions",
  quantity: 2,
  dueOn: dayIn(60),
  words: "Two ambassadors.",
  ...changes,
});
const step = (level: PledgeAdvance, version: number) =>
  ({ level, version, evidence: "Letter of the mission on file.", readyDays: "60" }) as const;

async function aPledge(state: string, changes: Partial<NewStatePledge> = {}) {
  const [officer, focalPoint] = [await anAccount("secretariat", "Officer"), await aFocalPoint(state)];
  const { pledgeId } = must(await makePledge(focalPoint, some(changes)));
  const bring = async (...levels: readonly PledgeAdvance[]) => {
    const { version } = await database().statePledge.findUniqueOrThrow({ where: { id: pledgeId } });
    for (const [n, level] of levels.entries())
      must(await advancePledge(officer, { pledgeId, step: step(level, version + n) }));
  };
  return { officer, focalPoint, pledgeId, bring };
}

describe("what waits to be registered", () => {
  it("is counted whole, however many it is", async () => {
    const { officer, focalPoint } = await aPledge("KH");
    for (let n = 0; n < 24; n += 1) must(await makePledge(focalPoint, some({ words: `${n}` })));
    const waiting = await database().statePledge.count({ where: { level: "pledged" } });
    expect(waiting).toBeGreaterThan(24);
    expect(await pledgeTasks(officer)).toMatchObject([{ params: { count: waiting } }]);
  });
});

describe("the public register as a file", () => {
  it("holds what is registered with its note, and nothing of what only its state and overseers read", async () => {
    const [shown, unseen, gone] = [await aPledge("ET"), await aPledge("ET"), await aPledge("ET")];
    await shown.bring("registered", "verified", "ready");
    await gone.bring("registered");
    must(await withdrawPledge(gone.focalPoint, { pledgeId: gone.pledgeId, version: 1 }));
    const get = { request: new Request("http://localhost/public/pledges"), params: {}, context: {} };
    const answered = await inJson(get);
    expect(answered.headers.get("access-control-allow-origin")).toBe("*");
    const body = await answered.text();
    expect(body).not.toContain("Letter of the mission");
    const { pledges, note, total } = JSON.parse(body);
    expect(total).toBe(pledges.length);
    const own = pledges.filter(({ state }: { state: string }) => state === "ET");
    expect(own).toMatchObject([
      { level: "ready", readyWithinDays: 60, quantity: 2, dueOn: dayIn(60), late: false },
    ]);
    expect(own[0].address).toContain(shown.pledgeId);
    expect(body).not.toContain(unseen.pledgeId);
    expect(body).not.toContain(gone.pledgeId);
    const sheet = await (await inCsv(get)).text();
    expect(sheet.split("\n")[0]).toContain(note.en);
    expect(sheet).toContain(shown.pledgeId);
    const again = new Headers({ "if-none-match": answered.headers.get("etag") ?? "" });
    const unchanged = { ...get, request: new Request(get.request.url, { headers: again }) };
    expect((await inJson(unchanged)).status).toBe(304);
  });
});

describe("a pledge", () => {
  it("is a focal point's, for their own state alone, and for a day to come", async () => {
    for (const role of ["secretariat", "auditor", "candidate", "mentor"] as const)
      expect(code(await makePledge(await anAccount(role, role), some()))).toBe("notPermitted");
    const focalPoint = await aFocalPoint("GH");
    expect(code(await makePledge(focalPoint, some({ dueOn: dayIn(-1) })))).toBe("pledgeInPast");
    const { pledgeId } = must(await makePledge(focalPoint, some()));
    expect(await database().statePledge.findUnique({ where: { id: pledgeId } })).toMatchObject({
      stateCode: "GH",
    });
    const [made] = await events(pledgeId);
    expect(made?.kind).toBe("statePledge.made");
    expect(made?.canonical).not.toContain("ambassadors");
  });

  it("is made once by one form, however often and however fast it is posted", async () => {
    const [focalPoint, other] = [await aFocalPoint("FJ"), await aFocalPoint("KH")];
    const form = some();
    const answers = await Promise.all([1, 2, 3].map(() => makePledge(focalPoint, form)));
    const ids = new Set(answers.map((answer) => must(answer).pledgeId));
    expect(ids.size).toBe(1);
    expect(await events([...ids][0] ?? "")).toHaveLength(1);
    expect(code(await makePledge(focalPoint, { ...form, quantity: 3 }))).toBe("sentOtherwise");
    expect(code(await makePledge(other, form))).toBe("sentOtherwise");
    expect(must(await makePledge(focalPoint, some())).pledgeId).not.toBe([...ids][0]);
  });

  it("that was public and is taken back is said to be so; one that was not is not there", async () => {
    const [shown, unseen] = [await aPledge("MN"), await aPledge("MN")];
    await shown.bring("registered", "verified");
    must(await withdrawPledge(shown.focalPoint, { pledgeId: shown.pledgeId, version: 2 }));
    must(await withdrawPledge(unseen.focalPoint, { pledgeId: unseen.pledgeId, version: 0 }));
    for (const reader of [null, await aFocalPoint("NP")]) {
      const page = await readStatePledge(reader, shown.pledgeId);
      expect(page).toMatchObject({ level: "withdrawn", words: "", mayWithdraw: false });
      expect(page?.steps.map(({ evidence }) => evidence)).toEqual(["", "", ""]);
      expect(await readStatePledge(reader, unseen.pledgeId)).toBeNull();
      const listed = await listStatePledges(reader, { state: "MN", page: 1 });
      expect(listed.pledges.map(({ id }) => id)).not.toContain(shown.pledgeId);
    }
    expect(await readStatePledge(shown.focalPoint, shown.pledgeId)).toMatchObject({
      words: "Two ambassadors.",
    });
  });

  it("is public once registered; what shows its levels is its state's and the overseers'", async () => {
    const { officer, focalPoint, pledgeId, bring } = await aPledge("UY");
    const other = await aFocalPoint("NP");
    expect(await readStatePledge(null, pledgeId)).toBeNull();
    expect(await readStatePledge(other, pledgeId)).toBeNull();
    expect(await readStatePledge(focalPoint, pledgeId)).toMatchObject({ mayWithdraw: true });
    await bring("registered", "verified");
    const shown = await readStatePledge(null, pledgeId);
    expect(shown).toMatchObject({ level: "verified", mayAdvance: false, mayWithdraw: false });
    expect(JSON.stringify(shown)).not.toContain("Letter of the mission");
    expect(JSON.stringify(await readStatePledge(other, pledgeId))).not.toContain("Letter of the mission");
    expect(JSON.stringify(await readStatePledge(officer, pledgeId))).toContain("Letter of the mission");
    const listed = await listStatePledges(null, { state: "UY", page: 1 });
    expect(listed.pledges.map(({ id }) => id)).toContain(pledgeId);
  });

  it("is brought from level to level by the secretariat alone, one of two at once", async () => {
    const { officer, focalPoint, pledgeId } = await aPledge("FI");
    const registered = { pledgeId, step: step("registered", 0) };
    expect(code(await advancePledge(focalPoint, registered))).toBe("notPermitted");
    expect(code(await advancePledge(officer, { pledgeId, step: step("delivered", 0) }))).toBe("wrongState");
    const answers = await Promise.all([
      advancePledge(officer, registered),
      advancePledge(officer, registered),
    ]);
    expect(answers.map(code).filter((answer) => answer === "ok")).toHaveLength(1);
    expect(await events(pledgeId, "statePledge.advanced")).toHaveLength(1);
  });

  it("is taken back by its own state until it is delivered, and leaves the register", async () => {
    const { pledgeId, focalPoint, bring } = await aPledge("BD");
    await bring("registered");
    expect(code(await withdrawPledge(await aFocalPoint("NP"), { pledgeId, version: 1 }))).toBe("notFound");
    expect(code(await withdrawPledge(focalPoint, { pledgeId, version: 0 }))).toBe("changedMeanwhile");
    must(await withdrawPledge(focalPoint, { pledgeId, version: 1 }));
    expect(await readStatePledge(null, pledgeId)).toMatchObject({ level: "withdrawn", words: "" });
    expect(await readPromises(focalPoint, "BD")).toEqual([]);
  });

  it("of course seats is delivered once the records hold as many, and not before", async () => {
    const { officer, focalPoint, pledgeId, bring } = await aPledge("RW", {
      ...{ kind: "courseSeats", quantity: 5 },
    });
    await bring("registered", "verified");
    const deliver = () => advancePledge(officer, { pledgeId, step: step("delivered", 2) });
    expect(code(await deliver())).toBe("notYetDelivered");
    expect(await readPromises(focalPoint, "RW")).toMatchObject([{ promised: 5, delivered: 0 }]);
    await aCourse({ hostCode: "RW", seats: 8 });
    await aCourse({ hostCode: "SN", seats: 9 });
    expect(code(await deliver())).toBe("notYetDelivered");
    await at(inDays(60), async () => {
      const told = async (reader: Actor | null) => (await readStatePledge(reader, pledgeId))?.counted;
      const neighbour = await aFocalPoint("SN");
      expect([await told(focalPoint), await told(officer)]).toEqual([8, 8]);
      expect([await told(neighbour), await told(null)]).toEqual([null, null]);
      must(await deliver());
      expect(await readPromises(officer, "RW")).toMatchObject([
        { kind: "courseSeats", promised: 5, delivered: 8 },
      ]);
    });
    expect(await readPromises(await aFocalPoint("SN"), "RW")).toEqual([]);
  });
});

describe("pledges of the same kind", () => {
  it("are not delivered twice by one delivery", async () => {
    const pledged = { kind: "courseSeats", quantity: 4 } as const;
    const [first, second] = [await aPledge("FR", pledged), await aPledge("FR", pledged)];
    for (const { bring } of [first, second]) await bring("registered", "verified");
    const deliver = ({ officer, pledgeId }: typeof first) =>
      advancePledge(officer, { pledgeId, step: step("delivered", 2) });
    await aCourse({ hostCode: "FR", seats: 4 });
    await at(inDays(60), async () => {
      must(await deliver(first));
      expect(await deliver(second)).toMatchObject({
        refusal: { code: "notYetDelivered", params: { found: 0, quantity: 4 } },
      });
      expect(await readPromises(first.focalPoint, "FR")).toMatchObject([{ promised: 8, delivered: 4 }]);
    });
    await aCourse({ hostCode: "FR", seats: 6 });
    await at(inDays(61), async () => must(await deliver(second)));
  });
});

describe("the register", () => {
  it("stands in the order in which pledges are due, and marks what is owed past its day", async () => {
    const [later, sooner] = [
      await aPledge("NO", { dueOn: dayIn(90) }),
      await aPledge("NO", { dueOn: dayIn(30) }),
    ];
    for (const { bring } of [later, sooner]) await bring("registered");
    const listed = async (days: number) =>
      (await at(inDays(days), () => listStatePledges(null, { state: "NO", page: 1 }))).pledges;
    expect((await listed(0)).map(({ id, late }) => [id, late])).toEqual([
      [sooner.pledgeId, false],
      [later.pledgeId, false],
    ]);
    expect((await listed(31)).map(({ late }) => late)).toEqual([true, false]);
  });
});

describe("what is due", () => {
  it("is told before the day and after it, once each, and not any more when delivered", async () => {
    const { focalPoint, pledgeId, bring } = await aPledge("KE");
    const told = async () =>
      (
        await database().outgoingMail.findMany({
          where: { dedupeKey: { startsWith: `pledge:${pledgeId}:` } },
          orderBy: { createdAt: "asc" },
        })
      ).map(({ kind }) => kind);
    await remindPledge(pledgeId);
    expect(await told()).toEqual([]);
    for (const day of [31, 31, 54, 68, 68]) await at(inDays(day), () => remindPledge(pledgeId));
    expect(await told()).toEqual(["pledgeDue", "pledgeDue", "pledgeOverdue"]);
    await bring("registered", "verified", "delivered");
    await at(inDays(98), () => remindPledge(pledgeId));
    expect(await told()).toHaveLength(3);
    expect(await at(inDays(50), () => pledgeTasks(focalPoint))).toEqual([]);
  });

  it("waits at home for its state, and what is to be registered for the secretariat", async () => {
    const { officer, focalPoint, pledgeId } = await aPledge("JO");
    expect(await pledgeTasks(focalPoint)).toEqual([]);
    const [due] = await at(inDays(40), () => pledgeTasks(focalPoint));
    expect(due).toMatchObject({ id: `pledge:${pledgeId}`, title: "pledge.task.genderChampions" });
    expect(await at(inDays(40), async () => pledgeTasks(await aFocalPoint("SN")))).toEqual([]);
    expect(await pledgeTasks(officer)).toMatchObject([{ title: "pledge.task.register" }]);
  });
});
