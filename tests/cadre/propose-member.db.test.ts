import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readMember } from "#app/cadre/member.queries.server.ts";
import { proposeMember } from "#app/cadre/propose-member.server.ts";
import { database } from "#app/platform/database.server.ts";
import { code, events, proposal } from "#tests/support/cadre-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

describe("proposeMember", () => {
  it("asks the person, who is no member before they confirm, and records it without the evidence", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const given = proposal();
    const { membershipId } = must(await proposeMember(officer, given));
    expect(await readMember(membershipId, "en")).toMatchObject({ state: "proposed", enteredVia: "direct" });
    const written = await events(membershipId);
    expect(written.map(({ kind }) => kind)).toEqual(["cadre.admitted", "readiness.given"]);
    for (const { canonical } of written) {
      expect(canonical).not.toContain(given.evidence);
      expect(canonical).not.toContain(given.familyName);
    }
    const mail = await database().outgoingMail.findMany({ where: { toAddress: given.email } });
    expect(mail.map(({ kind }) => kind)).toEqual(["cadreAdmitted"]);
  });

  it("is the secretariat's alone", async () => {
    for (const role of ["auditor", "focalPoint", "candidate", "panelMember"] as const) {
      expect(code(await proposeMember(await anAccount(role, role), proposal()))).toBe("notPermitted");
    }
  });

  it("refuses an unknown role kind or state, and who is in the cadre already", async () => {
    const officer = await anAccount("secretariat", "Officer");
    expect(code(await proposeMember(officer, proposal({ roleKindCode: "king" })))).toBe("roleKindUnknown");
    expect(code(await proposeMember(officer, proposal({ nationality: "XX" })))).toBe("stateUnknown");
    const given = proposal();
    must(await proposeMember(officer, given));
    expect(code(await proposeMember(officer, given))).toBe("alreadyMember");
  });

  it("refuses an officer who proposes themself, by whatever address they are on file", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const userId = officer.userId ?? "";
    const { email } = await database().user.findUniqueOrThrow({ where: { id: userId } });
    expect(code(await proposeMember(officer, proposal({ email })))).toBe("ownCase");
    expect(await database().person.count({ where: { email } })).toBe(0);
    const person = {
      givenName: "Ines",
      familyName: "Officer",
      gender: "woman" as const,
      nationalities: ["PT"],
    };
    const [other, before] = [`${randomUUID()}@example.org`, `${randomUUID()}@example.org`];
    const { id } = await database().person.create({ data: { ...person, email: other, userId } });
    await database().person.create({ data: { ...person, email: before, mergedIntoId: id } });
    for (const mine of [other, before])
      expect(code(await proposeMember(officer, proposal({ email: mine })))).toBe("ownCase");
    must(await proposeMember(await anAccount("secretariat", "Another"), proposal({ email: other })));
  });

  it("refuses a member by another address under which they are on file", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { membershipId } = must(await proposeMember(officer, proposal()));
    const { personId } = await database().cadreMembership.findUniqueOrThrow({ where: { id: membershipId } });
    const email = `${randomUUID()}@example.org`;
    const before = {
      givenName: "Ines",
      familyName: "Before",
      gender: "woman" as const,
      nationalities: ["PT"],
    };
    await database().person.create({ data: { ...before, email, mergedIntoId: personId } });
    expect(code(await proposeMember(officer, proposal({ email })))).toBe("alreadyMember");
  });

  it("makes one membership when two officers propose the same person at once", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const given = proposal();
    const answers = await Promise.all([proposeMember(officer, given), proposeMember(officer, given)]);
    expect(answers.map(code).toSorted()).toEqual(["alreadyMember", "ok"]);
    expect(await database().outgoingMail.count({ where: { toAddress: given.email } })).toBe(1);
  });

  it("leaves what is on file about a known person as it is", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const email = `${randomUUID()}@example.org`;
    await database().person.create({
      data: { givenName: "Known", familyName: "Person", email, gender: "notStated", nationalities: ["GH"] },
    });
    must(await proposeMember(officer, proposal({ email, givenName: "Other", nationality: "SN" })));
    const person = await database().person.findUniqueOrThrow({ where: { email } });
    expect(person).toMatchObject({ givenName: "Known", gender: "notStated", nationalities: ["GH"] });
    expect(person.userId).not.toBeNull();
  });
});
