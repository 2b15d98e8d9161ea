import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { admitCandidate } from "#app/cadre/admit-candidate.server.ts";
import { changeMembership } from "#app/cadre/keep-membership.server.ts";
import { listMembers, readMember } from "#app/cadre/member.queries.server.ts";
import { proposeMember } from "#app/cadre/propose-member.server.ts";
import { cadreTasks } from "#app/cadre/tasks.queries.server.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { loader as ownPage } from "#app/routes/my-membership._index.tsx";
import { action as change } from "#app/routes/my-membership_.change.tsx";
import {
  anActiveMember,
  finding,
  memberOf,
  notSelected,
  profile,
  proposal,
  stateProfile,
} from "#tests/support/cadre-story.ts";
import { dayIn } from "#tests/support/course-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

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
    const tells = async (reader: Actor) =>
      (await cadreTasks(reader)).some(({ id }) => id === `admit:${candidacyId}`);
    const waits = () => tells(officer);
    expect(await waits()).toBe(true);
    const { personId, vacancyId } = await database().candidacy.findUniqueOrThrow({
      where: { id: candidacyId },
    });
    expect(await tells({ ...officer, personId })).toBe(false);
    const recused = await anAccount("secretariat", "Recused");
    await database().panel.create({
      data: {
        vacancyId,
        members: {
          create: {
            ...{
              userId: recused.userId ?? "",
              gender: "man",
              nationality: "FI",
              external: false,
              chair: false,
            },
            conflicts: { create: { candidacyId, source: "declared", note: "A cousin." } },
          },
        },
      },
    });
    expect(await tells(recused)).toBe(false);
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
    must(await stateProfile(member, { membershipId, profile: profile() }));
    expect(await titles()).toEqual([]);
    const later = new Date(Date.now() + 366 * 86_400_000);
    expect(await at(later, titles)).toEqual(["cadre.task.confirm"]);
    // Due a year after it was confirmed, however long ago its member entered.
    await database().cadreMembership.update({
      where: { id: membershipId },
      data: { enteredAt: new Date("2020-01-01") },
    });
    const due = async () => (await cadreTasks(member)).map(({ dueAt }) => dueAt);
    expect(await at(later, due)).toEqual([dayIn(365)]);
    expect(await cadreTasks(await anAccount("candidate", "Without a person"))).toEqual([]);
  });
});

describe("a member's own page", () => {
  it("says why what it offers was not taken", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { membershipId, member } = await anActiveMember(officer);
    must(await changeMembership(member, { membershipId, change: "withdraw" }));
    await database().readiness.updateMany({
      where: { membershipId },
      data: { expiresOn: new Date("2020-01-01") },
    });
    const headers = await browserOf(member);
    headers.set("content-type", "application/x-www-form-urlencoded");
    const body = new URLSearchParams({ membershipId, change: "comeBack" });
    const request = new Request("http://localhost/my-membership/change", { method: "POST", headers, body });
    const answer = await change({ request, params: {}, context: {} });
    const back = answer.headers.get("location") ?? "";
    expect(back).toBe("/my-membership?refused=noReadinessHolds");
    expect((await ownPage(asked(back, headers))).refused).toBe("noReadinessHolds");
    expect((await ownPage(asked("/my-membership?refused=anything", headers))).refused).toBeNull();
  });
});
