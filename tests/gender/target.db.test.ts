import { describe, expect, it } from "vitest";
import { changeTarget } from "#app/gender/change-target.server.ts";
import { measureTargets } from "#app/gender/measure-targets.server.ts";
import { setTarget } from "#app/gender/set-target.server.ts";
import { readTarget, readTargets } from "#app/gender/target.queries.server.ts";
import type { NewTarget } from "#app/gender/target.ts";
import { database } from "#app/platform/database.server.ts";
import { loader as listPage } from "#app/routes/targets._index.tsx";
import { loader as targetPage } from "#app/routes/targets.$targetId.tsx";
import { loadReference } from "#prisma/seed/load-reference.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

let year = 2040;
const someTarget = (changes: Partial<NewTarget> = {}): NewTarget => {
  year += 1;
  return {
    ...{ subject: "heads", measure: "shareOfWomen", counting: "flow", value: 50, due: `${year}-12-31` },
    ...{ source: "Invented for the tests", reason: "Agreed in the test with everybody" },
    ...changes,
  };
};

describe("a target", () => {
  it("of the reference data has its date, its source and its first version", async () => {
    const targets = await readTargets();
    const of = (subject: string, due: string) =>
      targets.find((one) => one.subject === subject && one.due === due);
    expect(of("individualPolice", "2014-12-31")).toMatchObject({ value: 20, version: 1 });
    expect(of("staffAndObservers", "2017-12-31")).toMatchObject({ value: 15 });
    expect(of("militaryContingents", "2020-12-31")).toMatchObject({ value: 2, baselineYear: 2015 });
    expect(of("formedPolice", "2025-12-31")?.source).toContain("SIPRI");
    expect(of("militaryContingents", "2028-12-31")).toMatchObject({ value: 15 });
  });

  it("is set and changed by the secretariat with a reason; every version is kept and in the record", async () => {
    const officer = await anAccount("secretariat", "Sets targets");
    const { targetId } = must(await setTarget(officer, someTarget()));
    const change = { version: 1, value: 45, source: "Invented anew", withdrawn: false };
    must(await changeTarget(officer, { targetId, change: { ...change, reason: "Set lower in the test" } }));
    const page = await readTarget(targetId);
    expect(page?.target).toMatchObject({ value: 45, version: 2 });
    expect(page?.versions.map(({ value, setBy }) => [value, setBy])).toEqual([
      [45, "Sets targets"],
      [50, "Sets targets"],
    ]);
    const events = await database().recordEvent.findMany({
      where: { subjectType: "target", subjectId: targetId },
      orderBy: { sequence: "asc" },
    });
    expect(events.map(({ kind }) => kind)).toEqual(["target.set", "target.changed"]);
    expect(events.every(({ canonical }) => !canonical.includes("Set lower in the test"))).toBe(true);
  });

  it("is set by nobody else, nor twice, nor above everybody", async () => {
    const officer = await anAccount("secretariat", "Officer");
    for (const role of ["auditor", "focalPoint", "decisionMaker", "candidate"] as const) {
      const other = await anAccount(role, "Other");
      expect(await setTarget(other, someTarget())).toMatchObject({ refusal: { code: "notPermitted" } });
    }
    const target = someTarget();
    const { targetId } = must(await setTarget(officer, target));
    expect(await setTarget(officer, target)).toMatchObject({
      refusal: { code: "targetThere", field: "due" },
    });
    const change = { version: 1, value: 101, source: target.source, withdrawn: false, reason: target.reason };
    expect(await changeTarget(officer, { targetId, change })).toMatchObject({
      refusal: { code: "targetAboveAll", field: "value" },
    });
    expect(await changeTarget(officer, { targetId, change: { ...change, value: 50 } })).toMatchObject({
      refusal: { code: "nothingChanged" },
    });
  });

  it("of two changes at once takes one", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { targetId } = must(await setTarget(officer, someTarget()));
    const change = {
      version: 1,
      source: "Invented",
      withdrawn: false,
      reason: "Changed twice at the same time",
    };
    const both = await Promise.all(
      [40, 41].map((value) => changeTarget(officer, { targetId, change: { ...change, value } })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "changedMeanwhile" } });
  });

  it("that the secretariat changed is left alone by a later load of the reference data", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const [first] = (await readTargets()).filter(({ subject }) => subject === "individualPolice");
    if (!first) throw new Error("no target");
    const reason = "The test wants another value";
    const change = { version: first.version, value: 21, source: first.source, withdrawn: false, reason };
    must(await changeTarget(officer, { targetId: first.id, change }));
    await database().appSetting.update({ where: { key: "reference" }, data: { value: "older" } });
    expect(await loadReference()).toBe(true);
    expect((await readTarget(first.id))?.target).toMatchObject({ value: 21 });
    const back = { ...change, version: first.version + 1, value: first.value };
    must(await changeTarget(officer, { targetId: first.id, change: back }));
  });

  it("withdrawn is measured no more", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { targetId } = must(await setTarget(officer, someTarget()));
    const change = { version: 1, value: 50, source: "Invented for the tests", withdrawn: true };
    must(
      await changeTarget(officer, { targetId, change: { ...change, reason: "Withdrawn in the test again" } }),
    );
    expect((await readTargets()).some(({ id }) => id === targetId)).toBe(false);
    expect((await readTargets({ withdrawn: true })).some(({ id }) => id === targetId)).toBe(true);
  });
});

it("measures heads against who is in post, and the cadre only for those who see exact figures", async () => {
  const officer = await anAccount("secretariat", "Officer");
  const { targetId } = must(await setTarget(officer, someTarget({ subject: "cadre", counting: "stock" })));
  const target = (await readTargets()).filter(({ id }) => id === targetId);
  const members = await database().cadreMembership.groupBy({ by: ["personId"], where: { state: "active" } });
  const [exact] = await measureTargets(target, "2026-11-29", true);
  const [released] = await measureTargets(target, "2026-11-29", false);
  expect(released?.standing).toBeNull();
  expect(exact?.standing === null).toBe(members.length === 0);
});

it("lists targets in a number of queries that does not grow with them", async () => {
  const officer = await anAccount("secretariat", "Officer");
  const reader = await anAccount("panelMember", "Reads");
  const headers = await browserOf(reader);
  const look = () => countQueries(() => listPage(asked("/targets", headers)));
  await look();
  const before = await look();
  for (let n = 0; n < 5; n += 1) must(await setTarget(officer, someTarget()));
  const after = await look();
  expect(after.value.targets.length).toBe(before.value.targets.length + 5);
  expect(after.queries).toBe(before.queries);
  expect(after.queries).toBeLessThanOrEqual(12);
});

it("shows how what a target is for went, where a history is kept", async () => {
  const reader = await anAccount("secretariat", "Reads");
  const headers = await browserOf(reader);
  const pageOf = (id: string) => targetPage(asked(`/targets/${id}`, headers, { targetId: id }));
  const parity = (await readTargets()).find(
    ({ subject, counting }) => subject === "headsAndDeputies" && counting === "stock",
  );
  const { trend } = await pageOf(parity?.id ?? "");
  expect(trend?.rows).toHaveLength(61);
  expect(trend?.chart).toMatchObject({ kind: "trend", marks: [{ at: null, value: 0.5 }] });
  const today = new Date().toISOString().slice(0, 10);
  const leaders = await database().appointment.findMany({
    where: {
      ...{ acting: false, startsOn: { lte: new Date(today) }, endsOn: { gte: new Date(today) } },
      post: { roleKind: { OR: [{ isHead: true }, { isDeputy: true }] } },
    },
    include: { person: true },
  });
  const of = (gender: string) => leaders.filter(({ person }) => person.gender === gender).length;
  expect(trend?.rows.at(-1)?.cells.slice(0, 2)).toEqual([of("woman"), of("man")]);
  const { targetId } = must(await setTarget(reader, someTarget({ subject: "nominations" })));
  expect((await pageOf(targetId)).trend).toBeNull();
});
