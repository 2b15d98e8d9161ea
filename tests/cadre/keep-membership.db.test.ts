import { describe, expect, it } from "vitest";
import { changeMembership, confirmMembership } from "#app/cadre/keep-membership.server.ts";
import { readMember, readOwnMembership } from "#app/cadre/member.queries.server.ts";
import { proposeMember } from "#app/cadre/propose-member.server.ts";
import { code, events, memberOf, proposal } from "#tests/support/cadre-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

describe("a member keeps the membership", () => {
  it("agrees, pauses, withdraws and comes back, each on record", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { membershipId } = must(await proposeMember(officer, proposal()));
    const member = await memberOf(membershipId);
    must(await confirmMembership(member, { membershipId, availableFrom: "2027-03-01" }));
    expect(await readOwnMembership(member)).toMatchObject({ state: "active", availableFrom: "2027-03-01" });
    must(await changeMembership(member, { membershipId, change: "pause" }));
    must(await changeMembership(member, { membershipId, change: "withdraw" }));
    expect(code(await changeMembership(member, { membershipId, change: "pause" }))).toBe("wrongState");
    must(await changeMembership(member, { membershipId, change: "comeBack" }));
    const moves = (await events(membershipId))
      .slice(2)
      .map(({ kind, canonical }) => [kind, JSON.parse(canonical).facts.to]);
    expect(moves).toEqual([
      ["membership.confirmed", "active"],
      ["membership.changed", "paused"],
      ["membership.changed", "withdrawn"],
      ["membership.changed", "active"],
    ]);
  });

  it("and nobody else's: for others it is not there", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { membershipId } = must(await proposeMember(officer, proposal()));
    const other = must(await proposeMember(officer, proposal()));
    const stranger = await memberOf(other.membershipId);
    const confirmation = { membershipId, availableFrom: "2027-03-01" };
    for (const actor of [stranger, officer]) {
      expect(code(await confirmMembership(actor, confirmation))).toBe("notFound");
      expect(code(await changeMembership(actor, { membershipId, change: "withdraw" }))).toBe("notFound");
    }
    expect((await readMember(membershipId, "en"))?.state).toBe("proposed");
  });

  it("loses one of two changes made at once", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { membershipId } = must(await proposeMember(officer, proposal()));
    const member = await memberOf(membershipId);
    must(await confirmMembership(member, { membershipId, availableFrom: "2027-03-01" }));
    const answers = await Promise.all(
      (["pause", "withdraw"] as const).map((change) => changeMembership(member, { membershipId, change })),
    );
    const good = answers.filter(({ ok }) => ok).length;
    expect(good).toBeGreaterThanOrEqual(1);
    for (const answer of answers) expect(["ok", "changedMeanwhile", "wrongState"]).toContain(code(answer));
    expect(await events(membershipId, "membership.changed")).toHaveLength(good);
  });
});
