import { describe, expect, it } from "vitest";
import { admitCandidate } from "#app/cadre/admit-candidate.server.ts";
import { keepProfile } from "#app/cadre/keep-profile.server.ts";
import { listMembers, readMember } from "#app/cadre/member.queries.server.ts";
import { proposeMember } from "#app/cadre/propose-member.server.ts";
import { cadreTasks } from "#app/cadre/tasks.queries.server.ts";
import { at } from "#app/platform/clock.server.ts";
import { finding, memberOf, notSelected, profile, proposal } from "#tests/support/cadre-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

describe("lists and tasks", () => {
  it("find members by state, role and a readiness that has not expired", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const early = new Date("2020-01-01T00:00:00Z");
    const { membershipId } = must(
      await at(early, () => proposeMember(officer, proposal({ roleKindCode: "headOfSpm" }))),
    );
    const found = (moment: string, state?: "proposed" | "active") =>
      at(new Date(moment), () =>
        listMembers(officer, { role: "headOfSpm", level: "now", state }, { page: 1, perPage: 50 }),
      );
    const ids = (list: Awaited<ReturnType<typeof listMembers>>) => list.members.map(({ id }) => id);
    expect(ids(await found("2023-01-01T00:00:00Z", "proposed"))).toContain(membershipId);
    expect(ids(await found("2023-01-02T00:00:00Z", "proposed"))).not.toContain(membershipId);
    expect(ids(await found("2022-01-01T00:00:00Z"))).not.toContain(membershipId);
    expect(ids(await found("2022-01-01T00:00:00Z", "active"))).not.toContain(membershipId);
  });

  it("ask as often for many members as for few", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { membershipId } = must(await proposeMember(officer, proposal()));
    const count = async (work: () => Promise<unknown>) => (await countQueries(work)).queries;
    const list = () => listMembers(officer, {}, { page: 1, perPage: 50 });
    const before = [await count(list), await count(() => readMember(membershipId, "en"))];
    for (let n = 0; n < 4; n += 1) must(await proposeMember(officer, proposal()));
    expect([await count(list), await count(() => readMember(membershipId, "en"))]).toEqual(before);
    expect(Math.max(...before)).toBeLessThanOrEqual(12);
    expect(await count(() => cadreTasks(officer))).toBeLessThanOrEqual(4);
  });

  it("tell the secretariat whom to admit, until they are in", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { candidacyId } = await notSelected();
    const waits = async () => (await cadreTasks(officer)).some(({ id }) => id === `admit:${candidacyId}`);
    expect(await waits()).toBe(true);
    must(await admitCandidate(officer, { candidacyId, finding }));
    expect(await waits()).toBe(false);
    expect(await cadreTasks(await anAccount("auditor", "Auditor"))).toEqual([]);
  });

  it("ask a member to agree, and a year after to confirm again; others nothing", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { membershipId } = must(await proposeMember(officer, proposal()));
    const member = await memberOf(membershipId);
    const titles = async () => (await cadreTasks(member)).map(({ title }) => title);
    expect(await titles()).toEqual(["cadre.task.agree"]);
    must(await keepProfile(member, { membershipId, profile: profile() }));
    expect(await titles()).toEqual([]);
    const later = new Date(Date.now() + 366 * 86_400_000);
    expect(await at(later, titles)).toEqual(["cadre.task.confirm"]);
    expect(await cadreTasks(await anAccount("candidate", "Without a person"))).toEqual([]);
  });
});
