import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readDevelopment } from "#app/cadre/development.queries.server.ts";
import { planOrderSchema } from "#app/cadre/development.ts";
import { addDevelopment, changeDevelopment } from "#app/cadre/keep-development.server.ts";
import { changeMembership } from "#app/cadre/keep-membership.server.ts";
import { proposeMember } from "#app/cadre/propose-member.server.ts";
import { code, events, memberOf, profile, proposal, stateProfile } from "#tests/support/cadre-story.ts";
import { dayIn } from "#tests/support/course-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const item = { kind: "shadowing", aim: "Two weeks beside a head of mission", dueOn: dayIn(30) } as const;
const done = { state: "done", dueOn: dayIn(30), evidence: "Report of the head of mission." } as const;

async function aMember() {
  const officer = await anAccount("secretariat", "Officer");
  const { membershipId } = must(await proposeMember(officer, proposal()));
  const member = await memberOf(membershipId);
  must(await stateProfile(member, { membershipId, profile: profile({ availableFrom: dayIn(10) }) }));
  return { officer, member, membershipId };
}

describe("a plan of development", () => {
  it("is kept by the member and the secretariat, and recorded without its words", async () => {
    const { officer, member, membershipId } = await aMember();
    const { itemId } = must(await addDevelopment(member, { membershipId, item }));
    must(await changeDevelopment(officer, { itemId, version: 0, ...done }));
    const plan = await readDevelopment(member, { personId: member.personId ?? "" });
    expect(plan).toMatchObject({ mayKeep: true, items: [{ id: itemId, state: "done", version: 1 }] });
    const written = await events(membershipId);
    expect(written.map(({ kind }) => kind).slice(-2)).toEqual(["development.added", "development.changed"]);
    for (const { canonical } of written.slice(-2)) expect(canonical).not.toMatch(/head of mission/);
  });

  it("is read by auditors, and neither read nor kept by anybody else", async () => {
    const { officer, membershipId } = await aMember();
    const auditor = await anAccount("auditor", "Auditor");
    expect(await readDevelopment(auditor, { id: membershipId })).toMatchObject({ mayKeep: false });
    expect(code(await addDevelopment(auditor, { membershipId, item }))).toBe("notFound");
    const { itemId } = must(await addDevelopment(officer, { membershipId, item }));
    const { member: other } = await aMember();
    expect(await readDevelopment(other, { id: membershipId })).toBeNull();
    expect(code(await addDevelopment(other, { membershipId, item }))).toBe("notFound");
    expect(code(await changeDevelopment(other, { itemId, version: 0, ...done }))).toBe("notFound");
    expect(code(await changeDevelopment(officer, { itemId: randomUUID(), version: 0, ...done }))).toBe(
      "notFound",
    );
  });

  it("knows whether the member agrees that panels' findings are used for it, as they say last", async () => {
    const { officer, member, membershipId } = await aMember();
    const agrees = async () => (await readDevelopment(officer, { id: membershipId }))?.agrees;
    expect(await agrees()).toBe(true);
    const said = profile({ availableFrom: dayIn(10), consents: ["vacancies"] });
    must(await stateProfile(member, { membershipId, profile: said }));
    expect(await agrees()).toBe(false);
  });

  it("plans nothing for a day that has passed", async () => {
    const { membershipId, member } = await aMember();
    const late = { membershipId, item: { ...item, dueOn: dayIn(-1) } };
    expect(code(await addDevelopment(member, late))).toBe("planInPast");
    must(await addDevelopment(member, { membershipId, item: { ...item, dueOn: dayIn(0) } }));
  });

  it("holds once what is sent thrice", async () => {
    const { officer, member, membershipId } = await aMember();
    const answers = await Promise.all(
      [member, officer, member].map((actor) => addDevelopment(actor, { membershipId, item })),
    );
    expect(answers.map(code).toSorted()).toEqual(["ok", "planItemThere", "planItemThere"]);
    must(await addDevelopment(member, { membershipId, item: { ...item, dueOn: dayIn(31) } }));
  });

  it("keeps the first of two changes at once, and none after the member has left", async () => {
    const { officer, member, membershipId } = await aMember();
    const { itemId } = must(await addDevelopment(member, { membershipId, item }));
    const change = { itemId, version: 0, ...done };
    const answers = await Promise.all([
      changeDevelopment(officer, change),
      changeDevelopment(member, change),
    ]);
    expect(answers.map(code).toSorted()).toEqual(["changedMeanwhile", "ok"]);
    must(await changeMembership(member, { membershipId, change: "withdraw" }));
    expect(code(await addDevelopment(officer, { membershipId, item }))).toBe("wrongState");
    expect(code(await changeDevelopment(member, { ...change, version: 1 }))).toBe("wrongState");
  });

  it("asks what is done for what shows it", () => {
    const order = { intent: "change", itemId: randomUUID(), version: 0, ...done };
    expect(planOrderSchema.safeParse(order).success).toBe(true);
    expect(planOrderSchema.safeParse({ ...order, evidence: " " }).success).toBe(false);
    expect(planOrderSchema.safeParse({ ...order, evidence: "", state: "dropped" }).success).toBe(true);
  });
});
