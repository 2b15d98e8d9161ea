import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { requestSignIn } from "#app/access/request-sign-in.server.ts";
import { getActor, requireActor } from "#app/access/session.server.ts";
import { signInAsDemo, signInWithCode, signInWithLink, signOut } from "#app/access/sign-in.server.ts";
import { database } from "#app/platform/database.server.ts";
import { openPanel } from "#app/selection/panel/open-panel.server.ts";
import { readPanel } from "#app/selection/panel/panel.queries.server.ts";
import { must } from "#tests/support/must.ts";
import { aPanel } from "#tests/support/panel-story.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { signInMail } from "#tests/support/sign-in-mail.ts";
import { browserOf, withCookies } from "#tests/support/signed-in.ts";

const headers = () => new Headers({ origin: "http://localhost" });
const code = (answer: { ok: boolean; refusal?: { code: string } }) =>
  answer.ok ? "ok" : answer.refusal?.code;
const pageOf = (sent: Headers, path = "/") =>
  new Request(new URL(path, "http://localhost"), { headers: sent });

async function addressOf(actor: Actor) {
  const user = await database().user.findUniqueOrThrow({ where: { id: actor.userId ?? "" } });
  return user.email;
}
const someone = async () => addressOf(await anAccount("auditor", "Someone"));
const mails = (toAddress: string) => database().outgoingMail.count({ where: { toAddress } });
/** Ends the life of every link and code given so far. */
const letExpire = () => database().verification.updateMany({ data: { expiresAt: new Date("2020-01-01") } });

describe("asking to sign in", () => {
  it("sends a link and a code in one message, in the account's language, back to the page asked for", async () => {
    const email = await someone();
    await database().user.update({ where: { email }, data: { locale: "fr" } });
    const sent = await signInMail(email, "/record");
    expect(sent.code).toMatch(/^\d{6}$/);
    expect(sent.back).toBe("/record");
    expect(sent.mail.locale).toBe("fr");
    expect(await mails(email)).toBe(1);
  });

  it("knows the address however it is written", async () => {
    const email = await someone();
    must(await requestSignIn(`  ${email.toUpperCase()} `, headers()));
    expect(await mails(email)).toBe(1);
  });

  it("answers the same for an address without an account, which is sent nothing", async () => {
    const stranger = `${randomUUID()}@example.org`;
    const answers = [
      await requestSignIn(stranger, headers()),
      await requestSignIn(await someone(), headers()),
    ];
    expect(answers[0]).toEqual(answers[1]);
    expect(await mails(stranger)).toBe(0);
    expect(await database().user.count({ where: { email: stranger } })).toBe(0);
  });

  it("fills no mailbox, and does not tell by stopping that there is an account", async () => {
    const email = await someone();
    const stranger = `${randomUUID()}@example.org`;
    for (let n = 0; n < 8; n += 1) {
      expect(await requestSignIn(email, headers())).toEqual(await requestSignIn(stranger, headers()));
    }
    expect(await mails(email)).toBe(5);
  });

  it("keeps neither link nor code in clear with what it checks them against", async () => {
    const { token, code: digits } = await signInMail(await someone());
    const kept = JSON.stringify(await database().verification.findMany());
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(`"${digits}`);
  });
});

describe("signing in by link", () => {
  it("opens a session of the account, once", async () => {
    const actor = await anAccount("auditor", "Auditor");
    const { token } = await signInMail(await addressOf(actor));
    const browser = withCookies(must(await signInWithLink(token, headers())));
    expect(await getActor(pageOf(browser))).toMatchObject({ userId: actor.userId, role: "auditor" });
    expect(code(await signInWithLink(token, headers()))).toBe("linkUsedOrExpired");
  });

  it("is refused after its time, and for a link that never was", async () => {
    const { token } = await signInMail(await someone());
    await letExpire();
    for (const tried of [token, "", "x".repeat(32)]) {
      expect(code(await signInWithLink(tried, headers()))).toBe("linkUsedOrExpired");
    }
  });

  it("sets a cookie that scripts cannot read and other sites do not send", async () => {
    const { token } = await signInMail(await someone());
    const [cookie] = must(await signInWithLink(token, headers())).getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
  });
});

describe("signing in by code", () => {
  it("takes the code as it is typed, once", async () => {
    const email = await someone();
    const sent = await signInMail(email);
    const typed = ` ${sent.code.slice(0, 3)} ${sent.code.slice(3)} `;
    must(await signInWithCode(` ${email.toUpperCase()}`, typed, headers()));
    expect(code(await signInWithCode(email, sent.code, headers()))).toBe("codeWrongOrExpired");
  });

  it("refuses a wrong code, and after three even the right one", async () => {
    const email = await someone();
    const sent = await signInMail(email);
    const wrong = sent.code === "000000" ? "000001" : "000000";
    for (let n = 0; n < 3; n += 1) {
      expect(code(await signInWithCode(email, wrong, headers()))).toBe("codeWrongOrExpired");
    }
    expect(code(await signInWithCode(email, sent.code, headers()))).toBe("codeWrongOrExpired");
  });

  it("refuses an old code, another's, and any for an address without an account", async () => {
    const email = await someone();
    const sent = await signInMail(email);
    const stranger = `${randomUUID()}@example.org`;
    expect(code(await signInWithCode(await someone(), sent.code, headers()))).toBe("codeWrongOrExpired");
    expect(code(await signInWithCode(stranger, sent.code, headers()))).toBe("codeWrongOrExpired");
    await letExpire();
    expect(code(await signInWithCode(email, sent.code, headers()))).toBe("codeWrongOrExpired");
    expect(await database().session.count({ where: { user: { email } } })).toBe(0);
  });
});

describe("a session", () => {
  it("ends with signing out, on the server too", async () => {
    const browser = await browserOf(await anAccount("auditor", "Auditor"));
    browser.set("origin", "http://localhost");
    await signOut(browser);
    expect(await getActor(pageOf(browser))).toBeNull();
  });

  it("is none for a forged cookie, and leads back to the page asked for", async () => {
    const forged = new Headers({ cookie: "cadre.session_token=abc.def" });
    expect(await getActor(pageOf(forged))).toBeNull();
    const answer = await requireActor(pageOf(forged, "/record?page=2")).catch((thrown: unknown) => thrown);
    expect(answer).toBeInstanceOf(Response);
    expect(answer instanceof Response && answer.headers.get("location")).toBe(
      "/sign-in?back=%2Frecord%3Fpage%3D2",
    );
  });

  it("is worth nothing once every role has been taken away", async () => {
    const actor = await anAccount("auditor", "Auditor");
    const browser = await browserOf(actor);
    expect(await getActor(pageOf(browser))).not.toBeNull();
    await database().roleGrant.updateMany({
      where: { userId: actor.userId ?? "" },
      data: { revokedAt: new Date() },
    });
    expect(await getActor(pageOf(browser))).toBeNull();
  });

  it("does not wear a role that reads names while it scores on a blind panel, whenever it was granted", async () => {
    const story = await aPanel(undefined, { blind: true });
    const [, second = story.chair] = story.members;
    must(await openPanel(story.officer, story));
    const userId = second.userId ?? "";
    await database().roleGrant.create({ data: { userId, role: "secretariat" } });
    await database().roleGrant.create({ data: { userId, role: "mentor" } });
    const browser = await browserOf(second);
    const rolesOf = async () => (await getActor(pageOf(browser)))?.roles.map(({ role }) => role);
    expect(await rolesOf()).toEqual(["panelMember", "mentor"]);
    expect((await readPanel(story.officer, story.panelId))?.rolesRest).toBe(true);
    expect((await readPanel(story.chair, story.panelId))?.rolesRest).toBe(false);
    const revealed = { phase: "revealed", revealedAt: new Date() } as const;
    await database().panel.update({ where: { id: story.panelId }, data: revealed });
    expect(await rolesOf()).toEqual(["secretariat", "panelMember", "mentor"]);
    expect((await readPanel(story.officer, story.panelId))?.rolesRest).toBe(false);
  });

  it("is looked up in a fixed number of statements, and for the public in none", async () => {
    const browser = await browserOf(await anAccount("auditor", "Auditor"));
    const known = await countQueries(async () => [
      await getActor(pageOf(browser)),
      await getActor(pageOf(browser)),
    ]);
    expect(known.queries).toBeLessThanOrEqual(6);
    expect((await countQueries(() => getActor(pageOf(new Headers())))).queries).toBe(0);
  });
});

describe("the demonstration's sign-in", () => {
  it("opens invented accounts only", async () => {
    const real = await anAccount("auditor", "Real");
    expect(code(await signInAsDemo(real.userId ?? "", headers()))).toBe("notFound");
    await database().user.update({ where: { id: real.userId ?? "" }, data: { demo: true } });
    expect(code(await signInAsDemo(real.userId ?? "", headers()))).toBe("ok");
  });
});
