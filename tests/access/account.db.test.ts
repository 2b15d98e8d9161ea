import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { countWaiting, listAccounts } from "#app/access/account.queries.server.ts";
import type { Actor } from "#app/access/actor.ts";
import { giveRole, withdrawRole } from "#app/access/change-roles.server.ts";
import { chooseOwnLanguage } from "#app/access/choose-language.server.ts";
import { createAccount } from "#app/access/create-account.server.ts";
import { getActor } from "#app/access/session.server.ts";
import { wearRole } from "#app/access/wear-role.server.ts";
import { database } from "#app/platform/database.server.ts";
import { action as chooseLanguage } from "#app/routes/language.tsx";
import { action as wear } from "#app/routes/role.tsx";
import { must } from "#tests/support/must.ts";
import { anOpenPanel } from "#tests/support/panel-story.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

const code = (answer: { ok: boolean; refusal?: { code: string } }) =>
  answer.ok ? "ok" : answer.refusal?.code;
const actorIn = (headers: Headers) => getActor(new Request("http://localhost/", { headers }));

/** A form posted by a browser. */
const posted = (path: string, headers: Headers, fields: Record<string, string>) => ({
  ...asked(path),
  request: new Request(new URL(path, "http://localhost"), {
    method: "POST",
    headers,
    body: new URLSearchParams(fields),
  }),
});

async function twoRoles() {
  const actor = await anAccount("auditor", "Two roles");
  await database().roleGrant.create({
    data: { userId: actor.userId ?? "", role: "focalPoint", stateCode: "GH" },
  });
  return { userId: actor.userId ?? "", browser: await browserOf(actor) };
}

async function signedIn(browser: Headers): Promise<Actor> {
  const actor = await actorIn(browser);
  if (!actor) throw new Error("not signed in");
  return actor;
}

describe("wearing a role", () => {
  it("puts on another of the account's roles with its state, for this session alone", async () => {
    const { userId, browser } = await twoRoles();
    const elsewhere = await browserOf({ ...(await signedIn(browser)), userId });
    expect((await signedIn(browser)).role).toBe("focalPoint");
    must(await wearRole(await signedIn(browser), "auditor", browser));
    expect(await signedIn(browser)).toMatchObject({ role: "auditor", stateCode: null });
    expect(await signedIn(elsewhere)).toMatchObject({ role: "focalPoint", stateCode: "GH" });
  });

  it("refuses a role that is not held, and one without a session", async () => {
    const { browser } = await twoRoles();
    const actor = await signedIn(browser);
    expect(code(await wearRole(actor, "secretariat", browser))).toBe("roleNotHeld");
    expect(code(await wearRole(actor, "auditor", new Headers()))).toBe("roleNotHeld");
    expect((await signedIn(browser)).role).toBe("focalPoint");
  });

  it("by a forged form changes nothing", async () => {
    const { browser } = await twoRoles();
    for (const role of ["secretariat", "king", ""]) {
      const answer = await wear(posted("/role", browser, { role }));
      expect([answer.status, answer.headers.get("location")]).toEqual([302, "/"]);
      expect((await signedIn(browser)).role).toBe("focalPoint");
    }
  });

  it("ends where that role is taken away: another that is held is worn", async () => {
    const { userId, browser } = await twoRoles();
    must(await wearRole(await signedIn(browser), "auditor", browser));
    await database().roleGrant.updateMany({
      where: { userId, role: "auditor" },
      data: { revokedAt: new Date() },
    });
    expect((await signedIn(browser)).role).toBe("focalPoint");
    expect(code(await wearRole(await signedIn(browser), "auditor", browser))).toBe("roleNotHeld");
  });
});

describe("choosing a language", () => {
  it("is kept with the account, and of no other", async () => {
    const actor = await anAccount("auditor", "Francophone");
    const other = await anAccount("auditor", "Other");
    await chooseOwnLanguage(actor, "fr");
    const localeOf = async ({ userId }: Actor) =>
      (await database().user.findUniqueOrThrow({ where: { id: userId ?? "" } })).locale;
    expect([await localeOf(actor), await localeOf(other)]).toEqual(["fr", "en"]);
    await chooseOwnLanguage({ ...actor, userId: null }, "en");
    expect(await localeOf(actor)).toBe("fr");
  });

  it("works for the public by a cookie, and never leads off the site", async () => {
    const answer = await chooseLanguage(
      posted("/language", new Headers(), { language: "fr", back: "//evil.example/x" }),
    );
    expect(answer.headers.get("set-cookie")).toContain("cadre.language=fr");
    expect(answer.headers.get("location")).toBe("/");
    const unknown = await chooseLanguage(
      posted("/language", new Headers(), { language: "xx", back: "/record" }),
    );
    expect(unknown.headers.get("set-cookie")).toBeNull();
  });
});

describe("opening an account", () => {
  const account = (email = `${randomUUID()}@example.org`) => ({
    email,
    name: "Kwame Mensah",
    roles: [
      { role: "focalPoint", stateCode: "GH" },
      { role: "mentor", stateCode: null },
    ] as const,
  });

  it("gives it its roles, each on record with who granted it, and no name or address", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const given = account();
    const { userId } = must(
      await createAccount(officer, { ...given, email: ` ${given.email.toUpperCase()} ` }),
    );
    const kept = await database().user.findUniqueOrThrow({ where: { id: userId }, include: { roles: true } });
    expect(kept.email).toBe(given.email);
    expect(kept.roles.map(({ role, stateCode }) => [role, stateCode]).toSorted()).toEqual([
      ["focalPoint", "GH"],
      ["mentor", null],
    ]);
    const events = await database().recordEvent.findMany({ where: { subjectId: userId } });
    expect(events.map(({ kind }) => kind).toSorted()).toEqual([
      "account.created",
      "role.granted",
      "role.granted",
    ]);
    for (const { actorId, canonical } of events) {
      expect(actorId).toBe(officer.userId);
      expect(canonical).not.toMatch(/Kwame|example\.org/);
    }
  });

  it("tells its holder how to sign in, where an officer opens it and not a command", async () => {
    const told = (email: string) =>
      database().outgoingMail.findMany({ where: { toAddress: email }, select: { kind: true, params: true } });
    const given = account();
    must(await createAccount(await anAccount("secretariat", "Officer"), given));
    expect(await told(given.email)).toEqual([
      { kind: "accountOpened", params: { name: given.name, link: "/sign-in" } },
    ]);
    const first = account();
    must(await createAccount(null, first));
    expect(await told(first.email)).toEqual([]);
  });

  it("is the secretariat's alone", async () => {
    for (const role of ["auditor", "focalPoint", "decisionMaker", "candidate"] as const) {
      const given = account();
      expect(code(await createAccount(await anAccount(role, role), given))).toBe("notPermitted");
      expect(await database().user.count({ where: { email: given.email } })).toBe(0);
    }
  });

  it("refuses an address that has one, however it is written and however fast it is asked", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const given = account();
    const answers = await Promise.all([
      createAccount(officer, given),
      createAccount(officer, { ...given, email: given.email.toUpperCase() }),
    ]);
    expect(answers.map(code).toSorted()).toEqual(["addressTaken", "ok"]);
    expect(await database().user.count({ where: { email: given.email } })).toBe(1);
  });
});

describe("the roles of an account", () => {
  const reason = "Asked for by the mission on 3 November.";
  const officer = () => anAccount("secretariat", "Officer");
  const grantsOf = (userId: string) =>
    database().roleGrant.findMany({ where: { userId }, orderBy: { grantedAt: "asc" } });
  const eventsOf = async (userId: string) =>
    (
      await database().recordEvent.findMany({
        where: { subjectId: userId, kind: { startsWith: "role." } },
        orderBy: { sequence: "asc" },
      })
    ).map(({ kind, canonical }) => ({ kind, facts: JSON.parse(canonical).facts, canonical }));

  it("grow by one that an officer gives: worn at once, told by message, on record without the reason in clear", async () => {
    const someone = await anAccount("candidate", "Someone");
    const userId = someone.userId ?? "";
    const browser = await browserOf(someone);
    must(await giveRole(await officer(), { userId, role: "focalPoint", state: "GH", reason }));
    expect((await signedIn(browser)).roles).toContainEqual({ role: "focalPoint", stateCode: "GH" });
    const [event] = (await eventsOf(userId)).slice(-1);
    expect(event).toMatchObject({ kind: "role.granted", facts: { role: "focalPoint", stateCode: "GH" } });
    expect(event?.canonical).not.toContain("3 November");
    const { email } = await database().user.findUniqueOrThrow({ where: { id: userId } });
    const mails = await database().outgoingMail.findMany({ where: { toAddress: email } });
    expect(mails.map(({ kind }) => kind)).toEqual(["roleGiven"]);
  });

  it("end when an officer withdraws one: in every session, from the next request on; and may be given again", async () => {
    const { userId, browser } = await twoRoles();
    must(await wearRole(await signedIn(browser), "auditor", browser));
    const by = await officer();
    const grant = (await grantsOf(userId)).find(({ role }) => role === "auditor");
    must(await withdrawRole(by, { userId, grantId: grant?.id ?? "", reason }));
    expect((await signedIn(browser)).role).toBe("focalPoint");
    expect(code(await wearRole(await signedIn(browser), "auditor", browser))).toBe("roleNotHeld");
    expect(code(await withdrawRole(by, { userId, grantId: grant?.id ?? "", reason }))).toBe("roleWithdrawn");
    must(await giveRole(by, { userId, role: "auditor", reason }));
    expect((await grantsOf(userId)).filter(({ role }) => role === "auditor")).toMatchObject([
      { id: grant?.id, revokedAt: null },
    ]);
    expect((await eventsOf(userId)).map(({ kind }) => kind)).toEqual(["role.withdrawn", "role.granted"]);
  });

  it("are not given twice, however fast, nor for a state there is not, nor to an account there is not", async () => {
    const { userId } = await anAccount("candidate", "Someone");
    const by = await officer();
    const gift = { userId: userId ?? "", role: "panelMember", reason } as const;
    const answers = await Promise.all([giveRole(by, gift), giveRole(by, gift)]);
    expect(answers.map(code).toSorted()).toEqual(["ok", "roleHeld"]);
    expect((await grantsOf(gift.userId)).filter(({ role }) => role === "panelMember")).toHaveLength(1);
    expect(code(await giveRole(by, { ...gift, role: "focalPoint", state: "XX" }))).toBe("stateUnknown");
    expect(code(await giveRole(by, { ...gift, userId: randomUUID() }))).toBe("notFound");
  });

  it("are the secretariat's to change; nobody ends their own, nor one that a case gave, nor by another's address", async () => {
    const { userId } = await twoRoles();
    const [first] = await grantsOf(userId);
    const withdrawal = { userId, grantId: first?.id ?? "", reason };
    for (const role of ["auditor", "focalPoint", "decisionMaker"] as const) {
      const actor = await anAccount(role, role);
      expect(code(await withdrawRole(actor, withdrawal))).toBe("notPermitted");
      expect(code(await giveRole(actor, { userId, role: "auditor", reason }))).toBe("notPermitted");
    }
    const by = await officer();
    const [own] = await grantsOf(by.userId ?? "");
    const ownRole = { userId: by.userId ?? "", grantId: own?.id ?? "", reason };
    expect(code(await withdrawRole(by, ownRole))).toBe("roleOwn");
    expect(code(await withdrawRole(by, { ...withdrawal, userId: randomUUID() }))).toBe("notFound");
    const candidate = await anAccount("candidate", "Someone");
    const [ofCase] = await grantsOf(candidate.userId ?? "");
    const caseRole = { userId: candidate.userId ?? "", grantId: ofCase?.id ?? "", reason };
    expect(code(await withdrawRole(by, caseRole))).toBe("notFound");
  });

  it("leave one officer of two who end each other's at once", async () => {
    const [one, other] = [await officer(), await officer()];
    const end = async (by: Actor, whose: Actor) => {
      const [grant] = await grantsOf(whose.userId ?? "");
      return withdrawRole(by, { userId: whose.userId ?? "", grantId: grant?.id ?? "", reason });
    };
    const answers = await Promise.all([end(one, other), end(other, one)]);
    expect(answers.map(code).toSorted()).toEqual(["notPermitted", "ok"]);
  });

  it("tell before they end what waits for them", async () => {
    const userId = (await anAccount("panelMember", "Member")).userId ?? "";
    expect(await countWaiting(userId, "panelMember")).toEqual({ panels: 0, gates: 0 });
    const { members, panelId } = await anOpenPanel();
    const [member] = members;
    expect(await countWaiting(member?.userId ?? "", "panelMember")).toEqual({ panels: 1, gates: 0 });
    expect(await countWaiting(member?.userId ?? "", "auditor")).toEqual({ panels: 0, gates: 0 });
    await database().panel.update({ where: { id: panelId }, data: { phase: "closed" } });
    expect(await countWaiting(member?.userId ?? "", "panelMember")).toEqual({ panels: 0, gates: 0 });
  });
});

describe("the list of accounts", () => {
  it("is narrowed by a part of a name or an address, whatever its letters; a sign of a pattern is no pattern", async () => {
    const name = `Zélie ${randomUUID()}`;
    const { userId } = await anAccount("auditor", name);
    const found = async (text: string) => (await listAccounts(1, text)).accounts.map(({ id }) => id);
    expect(await found(name.toUpperCase())).toEqual([userId]);
    const { email } = await database().user.findUniqueOrThrow({ where: { id: userId ?? "" } });
    expect(await found(email.slice(0, -4))).toEqual([userId]);
    expect(await found(`${name.slice(0, 20)}%`)).toEqual([]);
  });

  it("names each with the roles it holds now, in two statements however many there are", async () => {
    const { userId } = await anAccount("auditor", "Aaron Listed");
    await database().roleGrant.create({
      data: { userId: userId ?? "", role: "decisionMaker", revokedAt: new Date() },
    });
    const few = await countQueries(() => listAccounts(1));
    const row = few.value.accounts.find(({ id }) => id === userId);
    expect(row).toMatchObject({ name: "Aaron Listed", roles: [{ role: "auditor", stateCode: null }] });
    for (const n of [1, 2, 3]) await anAccount("panelMember", `Aaron ${n}`);
    const more = await countQueries(() => listAccounts(1));
    expect(more.value.total).toBe(few.value.total + 3);
    expect(more.queries).toBe(few.queries);
  });
});
