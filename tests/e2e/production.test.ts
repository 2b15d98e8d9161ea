import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { expect, request, test } from "@playwright/test";
import type { Cluster } from "#app/platform/cluster.mjs";
import { onDatabase } from "#app/platform/open-database.mjs";
import { startMailService } from "../support/mail-service.ts";
import { copyTemplate, ensureTemplate, TEST_SECRET, testCluster } from "../support/template.ts";

/** A real deployment behind a proxy that speaks https, on a database that even holds the demo. */
const SITE = "https://cadre.example";
const KEY = "SG.production";
const BEHIND_PROXY = { "x-forwarded-proto": "https", "x-forwarded-host": "cadre.example" };

let cluster: Cluster;
let database: Awaited<ReturnType<typeof copyTemplate>>;
let mail: Awaited<ReturnType<typeof startMailService>>;
let server: ChildProcess;
let address = "";
let told = "";

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  cluster = await testCluster();
  const template = await ensureTemplate(cluster, "demo");
  database = await copyTemplate(cluster.url, template, `e2e_${randomBytes(4).toString("hex")}`);
  mail = await startMailService(KEY);
  server = fork("tests/support/serve-built.command.mjs", {
    env: {
      ...process.env,
      NODE_ENV: "production",
      CADRE_ENV: "production",
      CADRE_SECRET: TEST_SECRET,
      CADRE_URL: SITE,
      CADRE_HOST: "127.0.0.1",
      DATABASE_URL: database.url,
      SENDGRID_API_KEY: KEY,
      SENDGRID_HOST: mail.url,
      MAIL_FROM: "cadre@cadre.example",
      LOG_LEVEL: "warn",
    },
    silent: true,
  });
  server.stdout?.on("data", (lines) => {
    told += String(lines);
  });
  server.stderr?.pipe(process.stderr);
  address = await new Promise<string>((resolve, reject) => {
    server.once("message", (where) => resolve(String(where)));
    server.once("exit", (code) => reject(new Error(`The app could not be served (${code}).`)));
  });
});

test.afterAll(async () => {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
  await mail.stop();
  await database.drop();
  cluster.stop();
});

const browser = () =>
  request.newContext({ baseURL: address, extraHTTPHeaders: BEHIND_PROXY, maxRedirects: 0 });

const demoAccount = () =>
  onDatabase(database.url, async (client) => {
    const { rows } = await client.query('select id, email from "User" where demo order by email limit 1');
    return { id: String(rows[0]?.id), email: String(rows[0]?.email) };
  });

test("there is no demo sign-in and no outbox, for reading or for posting", async () => {
  const visitor = await browser();
  const { id } = await demoAccount();
  const mailId = await onDatabase(database.url, async (client) => {
    const { rows } = await client.query('select id from "OutgoingMail" limit 1');
    return String(rows[0]?.id);
  });
  for (const path of ["/demo", "/outbox", `/outbox/${mailId}`, "/demo.data", "/outbox.data"]) {
    expect((await visitor.get(path)).status(), path).toBe(404);
  }
  const posted = await visitor.post("/demo", { form: { user: id } });
  expect(posted.status()).toBe(404);
  expect(posted.headers()["set-cookie"]).toBeUndefined();
  const home = await (await visitor.get("/")).text();
  expect(home).not.toMatch(/href="\/(?:demo|outbox)/);
});

test("the log keeps faults for faults: an address that leads nowhere is none", async () => {
  const visitor = await browser();
  expect((await visitor.get("/nowhere")).status()).toBe(404);
  expect((await visitor.post("/nowhere", { form: {} })).status()).toBeGreaterThanOrEqual(404);
  expect(told).not.toContain("fault");
});

test("a form from another site is refused in words, by a frame that knows nobody, and is no fault", async () => {
  const visitor = await browser();
  const headers = { origin: "https://elsewhere.example", "accept-language": "fr" };
  for (const path of ["/sign-in", "/sign-out", "/sign-in.data"]) {
    const answer = await visitor.post(path, { form: { email: "a@b.example" }, headers });
    expect(answer.status(), path).toBe(403);
    if (!path.endsWith(".data")) expect(await answer.text()).toContain("Ce formulaire vient d’un autre site");
  }
  expect(told).not.toContain("fault");
  await expect.poll(() => told).toContain("a form from another site was refused");
  const warned = told.split("\n").filter((line) => line.includes("another site"));
  expect(warned.map((line) => JSON.parse(line))).toMatchObject([
    { level: 40, path: "/sign-in", origin: "https://elsewhere.example" },
    { level: 40, path: "/sign-out" },
    { level: 40, path: "/sign-in.data" },
  ]);
});

test("pages tell the browser to trust nothing else, and to come by https alone", async () => {
  const visitor = await browser();
  const answer = await visitor.get("/calls");
  const headers = answer.headers();
  expect(headers).toMatchObject({
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
  });
  for (const telling of ["x-powered-by", "server-timing"]) expect(headers[telling]).toBeUndefined();
  const policy = headers["content-security-policy"] ?? "";
  for (const part of [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]) {
    expect(policy).toContain(part);
  }
  const scripts = policy.match(/script-src ([^;]+)/)?.[1] ?? "";
  expect(scripts).toMatch(/^'self' 'nonce-[A-Za-z0-9+/=]{20,}'$/);
  const again = (await visitor.get("/calls")).headers()["content-security-policy"];
  expect(again).not.toBe(policy);
});

test("plain http is not told to come by https", async () => {
  const visitor = await request.newContext({ baseURL: address, maxRedirects: 0 });
  const answer = await visitor.get("/sign-in");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["strict-transport-security"]).toBeUndefined();
});

test("a person signs in by the code in a message that SendGrid took; the cookie is for https, the scripts bear the nonce", async () => {
  const visitor = await browser();
  const { email } = await demoAccount();
  const asked = await visitor.post("/sign-in", { form: { email } });
  expect(asked.status()).toBe(200);
  await expect.poll(() => mail.accepted.length, { timeout: 20_000 }).toBe(1);
  const [letter] = mail.accepted;
  expect(letter?.personalizations[0]?.to).toEqual([{ email }]);
  const text = letter?.content[0].value ?? "";
  expect(text).toContain(`${SITE}/sign-in/link?`);
  const code = text.match(/^\d{6}$/m)?.[0] ?? "";
  const entered = await visitor.post("/sign-in/code", { form: { email, code } });
  expect(entered.status()).toBe(302);
  const cookies = entered
    .headersArray()
    .filter(({ name }) => name.toLowerCase() === "set-cookie")
    .map(({ value }) => value);
  const session = cookies.find((cookie) => cookie.includes("session_token=")) ?? "";
  expect(session).toMatch(/^__Secure-cadre\.session_token=/);
  for (const attribute of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"])
    expect(session).toContain(attribute);
  const home = await visitor.get("/", { headers: { cookie: session.split(";")[0] ?? "" } });
  const nonce = home.headers()["content-security-policy"]?.match(/'nonce-([^']+)'/)?.[1];
  const scripts = [...(await home.text()).matchAll(/<script\b([^>]*)>/g)].map(
    ([, attributes]) => attributes ?? "",
  );
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((attributes) => !attributes.includes(`nonce="${nonce}"`))).toEqual([]);
});
