import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { admitCandidate } from "#app/cadre/admit-candidate.server.ts";
import { changeMembership } from "#app/cadre/keep-membership.server.ts";
import { readMember } from "#app/cadre/member.queries.server.ts";
import type { ReadinessFinding } from "#app/cadre/readiness.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { code, events, finding, memberOf, notSelected } from "#tests/support/cadre-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

describe("admitCandidate", () => {
  it("takes in whom the panel found suitable, for thirty-six months", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { candidacyId } = await notSelected();
    const { membershipId } = must(
      await at(new Date("2026-11-23T10:00:00Z"), () => admitCandidate(officer, { candidacyId, finding })),
    );
    const member = await readMember(membershipId, "en");
    expect(member).toMatchObject({ state: "active", enteredVia: "panel" });
    expect(member?.readiness.map(({ expiresOn }) => expiresOn)).toEqual(["2029-11-23"]);
    expect((await events(membershipId)).map(({ kind }) => kind)).toEqual([
      "cadre.admitted",
      "readiness.given",
    ]);
  });

  it("refuses each case that is not fit, and writes nothing", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const admit = (candidacyId: string) => admitCandidate(officer, { candidacyId, finding });
    const { candidacyId, vacancyId } = await notSelected();
    const set = (state: "reported" | "decided") =>
      database().vacancy.update({ where: { id: vacancyId }, data: { state } });
    await set("reported");
    expect(code(await admit(candidacyId))).toBe("decisionPending");
    await set("decided");
    await database().candidacy.update({ where: { id: candidacyId }, data: { state: "selected" } });
    expect(code(await admit(candidacyId))).toBe("alreadySelected");
    await database().candidacy.update({ where: { id: candidacyId }, data: { state: "suitable" } });
    await database().consent.updateMany({ where: { candidacyId }, data: { given: false } });
    expect(code(await admit(candidacyId))).toBe("noCadreConsent");
    expect(code(await admit((await notSelected("notRecommended")).candidacyId))).toBe("notFoundSuitable");
    expect(code(await admit(randomUUID()))).toBe("notFound");
    const unknown = { ...finding, roleKindCode: "king" };
    const fit = (await notSelected()).candidacyId;
    expect(code(await admitCandidate(officer, { candidacyId: fit, finding: unknown }))).toBe(
      "roleKindUnknown",
    );
    const { personId } = await database().candidacy.findUniqueOrThrow({ where: { id: candidacyId } });
    expect(await database().cadreMembership.count({ where: { personId } })).toBe(0);
  });

  it("refuses an officer whose own case it is", async () => {
    const { candidacyId } = await notSelected();
    const { personId } = await database().candidacy.findUniqueOrThrow({ where: { id: candidacyId } });
    const officer = { ...(await anAccount("secretariat", "Officer")), personId };
    expect(code(await admitCandidate(officer, { candidacyId, finding }))).toBe("ownCase");
  });

  it("is the secretariat's alone", async () => {
    const { candidacyId } = await notSelected();
    for (const role of ["auditor", "panelMember", "decisionMaker"] as const) {
      expect(code(await admitCandidate(await anAccount(role, role), { candidacyId, finding }))).toBe(
        "notPermitted",
      );
    }
  });

  it("makes one membership and one message when asked twice at once", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { candidacyId } = await notSelected();
    const answers = await Promise.all([1, 2].map(() => admitCandidate(officer, { candidacyId, finding })));
    const ids = answers.map((answer) => must(answer).membershipId);
    expect(new Set(ids).size).toBe(1);
    expect(await events(ids[0] ?? "", "cadre.admitted")).toHaveLength(1);
    expect(
      await database().outgoingMail.count({
        where: { dedupeKey: { startsWith: `cadreAdmitted:${ids[0]}` } },
      }),
    ).toBe(1);
  });

  it("gives a member a new finding in place of the earlier one for the same role kind", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { candidacyId } = await notSelected();
    const first = must(await admitCandidate(officer, { candidacyId, finding }));
    const later: ReadinessFinding = { ...finding, level: "oneToTwoYears" };
    const second = must(
      await at(new Date("2027-05-01T00:00:00Z"), () =>
        admitCandidate(officer, { candidacyId, finding: later }),
      ),
    );
    expect(second.membershipId).toBe(first.membershipId);
    const member = await readMember(first.membershipId, "en");
    expect(member?.readiness.map(({ level, expiresOn }) => [level, expiresOn])).toEqual([
      ["oneToTwoYears", "2030-05-01"],
    ]);
  });

  it("brings nobody back who paused or left: they return by their own word", async () => {
    const officer = await anAccount("secretariat", "Officer");
    for (const change of ["pause", "withdraw"] as const) {
      const { candidacyId } = await notSelected();
      const { membershipId } = must(await admitCandidate(officer, { candidacyId, finding }));
      const member = await memberOf(membershipId);
      must(await changeMembership(member, { membershipId, change }));
      const again = { candidacyId, finding: { ...finding, level: "oneToTwoYears" as const } };
      must(await admitCandidate(officer, again));
      const stands = await readMember(membershipId, "en");
      expect(stands?.state).toBe(change === "pause" ? "paused" : "withdrawn");
      expect(stands?.readiness.map(({ level }) => level)).toEqual(["oneToTwoYears"]);
      expect(await events(membershipId, "cadre.admitted")).toHaveLength(1);
    }
  });
});
