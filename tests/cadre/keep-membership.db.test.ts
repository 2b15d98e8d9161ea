import { describe, expect, it } from "vitest";
import { changeMembership, confirmMembership } from "#app/cadre/keep-membership.server.ts";
import { keepProfile } from "#app/cadre/keep-profile.server.ts";
import { readMember, readOwnMembership } from "#app/cadre/member.queries.server.ts";
import { proposeMember } from "#app/cadre/propose-member.server.ts";
import { findingsGiven } from "#app/cadre/readiness.ts";
import { revalidateReadiness } from "#app/cadre/revalidate-readiness.server.ts";
import { tendCadre } from "#app/cadre/tend-cadre.server.ts";
import { database } from "#app/platform/database.server.ts";
import {
  anActiveMember,
  code,
  events,
  finding,
  memberOf,
  profile,
  proposal,
  stateProfile,
} from "#tests/support/cadre-story.ts";
import { dayIn } from "#tests/support/course-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

describe("a member keeps the membership", () => {
  it("agrees, pauses, withdraws and comes back, each on record", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { membershipId } = must(await proposeMember(officer, proposal()));
    const member = await memberOf(membershipId);
    expect(code(await confirmMembership(member, { membershipId }))).toBe("profileFirst");
    must(await stateProfile(member, { membershipId, profile: profile({ availableFrom: "2027-03-01" }) }));
    expect(await readOwnMembership(member)).toMatchObject({ state: "active", availableFrom: "2027-03-01" });
    must(await changeMembership(member, { membershipId, change: "pause" }));
    must(await changeMembership(member, { membershipId, change: "withdraw" }));
    expect(code(await changeMembership(member, { membershipId, change: "pause" }))).toBe("wrongState");
    must(await changeMembership(member, { membershipId, change: "comeBack" }));
    const moves = (await events(membershipId))
      .filter(({ kind }) => kind.startsWith("membership."))
      .map(({ kind, canonical }) => [kind, JSON.parse(canonical).facts.to]);
    expect(moves).toEqual([
      ["membership.confirmed", "active"],
      ["membership.changed", "paused"],
      ["membership.changed", "withdrawn"],
      ["membership.changed", "active"],
    ]);
  });

  it("and stays paused while they keep the profile, until they say that they are back", async () => {
    const { membershipId, member } = await anActiveMember(await anAccount("secretariat", "Officer"));
    must(await changeMembership(member, { membershipId, change: "pause" }));
    must(await stateProfile(member, { membershipId, profile: profile({ seniorYears: 21 }) }));
    expect(await readOwnMembership(member)).toMatchObject({ state: "paused", seniorYears: 21 });
    must(await confirmMembership(member, { membershipId }));
    expect(await readOwnMembership(member)).toMatchObject({ state: "active" });
  });

  it("and is not free until a day that has passed", async () => {
    const { membershipId, member } = await anActiveMember(await anAccount("secretariat", "Officer"));
    const until = (days: number) =>
      stateProfile(member, {
        membershipId,
        profile: profile({ availableFrom: "2020-01-01", availableUntil: dayIn(days) }),
      });
    expect(code(await until(-1))).toBe("availableInPast");
    must(await until(0));
  });

  it("with kinds of post and states that there are, and no others", async () => {
    const { membershipId, member } = await anActiveMember(await anAccount("secretariat", "Officer"));
    const keep = (changes: Parameters<typeof profile>[0]) =>
      stateProfile(member, { membershipId, profile: profile(changes) });
    expect(code(await keep({ roleKindCodes: ["srsg", "bogus"] }))).toBe("roleKindUnknown");
    expect(code(await keep({ impossibleStates: ["ZZ"] }))).toBe("stateUnknown");
    expect(await readOwnMembership(member)).toMatchObject({ roleKindCodes: [], impossibleStates: [] });
    must(await keep({ roleKindCodes: ["srsg"], impossibleStates: ["SS", "FR"] }));
  });

  it("on what was read: of two tabs the later does not overwrite the earlier unseen", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { membershipId, member } = await anActiveMember(officer);
    const version = (await readOwnMembership(member))?.version ?? 0;
    const keep = (seniorYears: number) =>
      keepProfile(member, { membershipId, version, profile: profile({ seniorYears }) });
    must(await keep(21));
    expect(code(await keep(4))).toBe("changedMeanwhile");
    expect(await readOwnMembership(member)).toMatchObject({ seniorYears: 21 });
    const read = findingsGiven((await readMember(membershipId, "en"))?.readiness ?? []);
    expect(read).toBe(1);
    const find = (roleKindCode: string) =>
      revalidateReadiness(officer, { membershipId, version: read, finding: { ...finding, roleKindCode } });
    must(await find("headOfSpm"));
    expect(code(await find("chiefOfStaff"))).toBe("changedMeanwhile");
    expect((await readMember(membershipId, "en"))?.readiness).toHaveLength(2);
  });

  it("and nobody else's: for others it is not there", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { membershipId } = must(await proposeMember(officer, proposal()));
    const other = must(await proposeMember(officer, proposal()));
    const stranger = await memberOf(other.membershipId);
    for (const actor of [stranger, officer]) {
      expect(code(await stateProfile(actor, { membershipId, profile: profile() }))).toBe("notFound");
      expect(code(await changeMembership(actor, { membershipId, change: "withdraw" }))).toBe("notFound");
    }
    expect((await readMember(membershipId, "en"))?.state).toBe("proposed");
  });

  it("loses one of two changes made at once", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { membershipId } = must(await proposeMember(officer, proposal()));
    const member = await memberOf(membershipId);
    must(await stateProfile(member, { membershipId, profile: profile() }));
    const answers = await Promise.all(
      (["pause", "withdraw"] as const).map((change) => changeMembership(member, { membershipId, change })),
    );
    const good = answers.filter(({ ok }) => ok).length;
    expect(good).toBeGreaterThanOrEqual(1);
    for (const answer of answers) expect(["ok", "changedMeanwhile", "wrongState"]).toContain(code(answer));
    expect(await events(membershipId, "membership.changed")).toHaveLength(good);
  });

  it("keeps the profile and each consent by itself, and says nothing for what is left out", async () => {
    const officer = await anAccount("secretariat", "Officer");
    await database().language.createMany({
      data: [{ code: "fr", nameEn: "French", nameFr: "Français" }],
      skipDuplicates: true,
    });
    const { membershipId, member } = await anActiveMember(officer, {}, { consents: ["vacancies"] });
    const said = profile({
      ...{ deployableWithin: undefined, seniorYears: undefined, impossibleStates: ["ML"] },
      ...{ languages: [{ code: "fr", level: 3 }], consents: ["assessments"] },
    });
    must(await stateProfile(member, { membershipId, profile: said }));
    const read = await readMember(membershipId, "en");
    expect(read).toMatchObject({ deployableWithin: null, seniorYears: null, impossibleStates: ["ML"] });
    expect(read?.person.languages).toMatchObject([{ languageCode: "fr", level: 3 }]);
    const given = Object.fromEntries(read?.consents.map((one) => [one.purpose, one.given]) ?? []);
    expect(given).toEqual({ vacancies: false, assessments: true });
    expect(await events(membershipId, "consent.changed")).toHaveLength(4);
    const unknown = profile({ languages: [{ code: "xx", level: 3 }], seniorYears: 7 });
    expect(code(await stateProfile(member, { membershipId, profile: unknown }))).toBe("languageUnknown");
    expect((await readMember(membershipId, "en"))?.seniorYears).toBeNull();
  });

  it("renews a finding by an officer, never one's own, and returns by the member's own word", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { membershipId, member } = await anActiveMember(officer);
    await database().readiness.updateMany({
      where: { membershipId },
      data: { expiresOn: new Date("2020-01-01") },
    });
    await tendCadre();
    expect((await readMember(membershipId, "en"))?.state).toBe("lapsed");
    expect(code(await confirmMembership(member, { membershipId }))).toBe("noReadinessHolds");
    const renewal = { membershipId, finding, version: 1 };
    expect(code(await revalidateReadiness(member, renewal))).toBe("notPermitted");
    expect(code(await revalidateReadiness({ ...officer, userId: member.userId }, renewal))).toBe("ownCase");
    must(await revalidateReadiness(officer, renewal));
    expect((await readMember(membershipId, "en"))?.state).toBe("lapsed");
    must(await confirmMembership(member, { membershipId }));
    expect(await readMember(membershipId, "en")).toMatchObject({ state: "active", lapsedAt: null });
  });
});
