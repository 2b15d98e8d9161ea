import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { type APIRequestContext, expect, type Page, request, test } from "@playwright/test";
import { ROLES, type Role } from "#app/access/actor.ts";
import { paths } from "#app/paths.ts";
import type { Cluster } from "#app/platform/cluster.mjs";
import { onDatabase } from "#app/platform/open-database.mjs";
import { type Served, serveBuilt } from "../support/serve-built.ts";
import { copyTemplate, ensureTemplate, testCluster } from "../support/template.ts";
import { type Demo, readDemo } from "./demo-samples.ts";
import { type ActionCase, actionCases } from "./every-action.ts";

/** A demonstration of its own, so that whatever is written there was written by what is posted here. */
let cluster: Cluster;
let database: Awaited<ReturnType<typeof copyTemplate>>;
let server: Served;
let demo: Demo;
let cases: readonly (readonly [string, ActionCase])[];

test.use({ trace: "off" });

test.beforeAll(async () => {
  cluster = await testCluster();
  const template = await ensureTemplate(cluster, "demo");
  database = await copyTemplate(cluster.url, template, `e2e_${randomBytes(4).toString("hex")}`);
  server = await serveBuilt(database.url);
  demo = await readDemo(database.url);
  cases = Object.entries(actionCases(demo.samples));
});

test.afterAll(async () => {
  await server?.stop();
  await database?.drop();
  cluster?.stop();
});

/** How many events the record holds, and how many mails were queued. */
const written = () =>
  onDatabase(database.url, async (client) => {
    const { rows } = await client.query(`SELECT
      (SELECT count(*) FROM "RecordEvent") AS events, (SELECT count(*) FROM "OutgoingMail") AS mails`);
    return rows[0];
  });

/** Somebody who wears a role with an account of the demonstration. */
async function signedIn(role: Role, user: string): Promise<APIRequestContext> {
  const sender = await request.newContext({ baseURL: server.url });
  await sender.post(paths.demo(), { form: { user } });
  await sender.post(paths.wearRole(), { form: { role } });
  return sender;
}

/** Where scripts post what the form of a page holds: the same action answers, and no page is drawn around its answer. */
const byScripts = (path: string) => path.replace(/(?=\?|$)/, ".data");

/** Posts an empty form to each of these, and tells which answered with something else than one of the statuses. */
async function post(
  sender: APIRequestContext,
  chosen: readonly (readonly [string, ActionCase])[],
  statuses: readonly number[],
  addressOf = (path: string) => path,
) {
  const wrong: string[] = [];
  for (const [name, { path }] of chosen) {
    const answer = await sender.post(addressOf(path), { form: {}, maxRedirects: 0 });
    const status = answer.status();
    const asked = status === 302 && answer.headers().location?.startsWith(paths.signIn());
    if (!statuses.includes(asked ? 401 : status)) wrong.push(`${name}: ${status}`);
  }
  return wrong;
}

test("every route that takes what is posted stands in the table", () => {
  const takers = readdirSync("app/routes")
    .filter((file) =>
      /export (async function|function|const) action\b/.test(readFileSync(`app/routes/${file}`, "utf8")),
    )
    .map((file) => file.replace(/\.tsx$/, ""));
  expect(cases.map(([name]) => name).toSorted()).toEqual(takers.toSorted());
});

for (const role of ROLES) {
  test(`${role}: what is not theirs to post is not there, and writes nothing`, async () => {
    const sender = await signedIn(role, demo.accounts[role][0]);
    const before = await written();
    const others = cases.filter(([, { posters }]) => posters !== "everybody" && !posters.includes(role));
    expect(others.length).toBeGreaterThan(0);
    expect(await post(sender, others, [403, 404], byScripts)).toEqual([]);
    expect(await written()).toEqual(before);
    await sender.dispose();
  });
}

test("what is another's to post is not there for anybody of the same role, and nothing is written", async () => {
  const before = await written();
  let posted = 0;
  for (const role of ROLES) {
    const stranger = demo.accounts[role][1];
    const others = cases.filter(
      ([, { posters, owners }]) => posters.includes(role) && owners[role] && owners[role] !== stranger,
    );
    if (!stranger || others.length === 0) continue;
    const sender = await signedIn(role, stranger);
    expect(await post(sender, others, [403, 404]), role).toEqual([]);
    await sender.dispose();
    posted += others.length;
  }
  expect(posted).toBeGreaterThan(0);
  expect(await written()).toEqual(before);
});

test("a visitor is asked to sign in, or finds nothing there, and writes nothing", async () => {
  const sender = await request.newContext({ baseURL: server.url });
  const before = await written();
  const others = cases.filter(([, { posters }]) => posters !== "everybody");
  expect(await post(sender, others, [401, 403, 404])).toEqual([]);
  expect(await written()).toEqual(before);
  await sender.dispose();
});

/** What a page's largest form posts where nothing was filled in: its hidden fields and its button; null without a form. */
const blankOf = (page: Page, html: string) =>
  page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, "text/html");
    const forms = [...read.querySelectorAll("main form[method=post]")];
    const [largest] = forms.sort((a, b) => b.querySelectorAll("*").length - a.querySelectorAll("*").length);
    if (!largest) return null;
    const hidden = [...largest.querySelectorAll("input[type=hidden]")];
    const button = largest.querySelector("button[name]:not([formaction])");
    return Object.fromEntries(
      [...hidden, ...(button ? [button] : [])].map((one) => [
        one.getAttribute("name") ?? "",
        one.getAttribute("value") ?? "",
      ]),
    );
  }, html);

/** The lines above a refused form, and whether what each leads to is there. */
const linesAbove = (page: Page, html: string) =>
  page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, "text/html");
    return [...read.querySelectorAll("[role=alert] li a")].map((link) => ({
      said: link.textContent ?? "",
      there: read.getElementById(link.getAttribute("href")?.slice(1) ?? "") !== null,
    }));
  }, html);

/** After all that count what is written: a form that is taken may start work that goes on (a matching). */
test("whatever form is refused names its fields above, each line leading to a field that is there", async ({
  page,
}) => {
  test.setTimeout(300_000);
  const wrong: string[] = [];
  const senders = new Map<string, APIRequestContext>();
  let looked = 0;
  for (const [name, { path, posters, owners }] of cases) {
    const [role] = posters === "everybody" ? [] : posters;
    const user = role && (owners[role] ?? demo.accounts[role][0]);
    const known = senders.get(`${role} ${user}`);
    const sender =
      known ??
      (role && user ? await signedIn(role, user) : await request.newContext({ baseURL: server.url }));
    senders.set(`${role} ${user}`, sender);
    const form = await sender.get(path);
    const blank = form.ok() ? await blankOf(page, await form.text()) : null;
    const answer = blank && (await sender.post(path, { form: blank, maxRedirects: 0 }));
    if (answer?.status() !== 422) continue;
    const lines = await linesAbove(page, await answer.text());
    looked += lines.length;
    for (const { said, there } of lines)
      if (!there || !/^[^:]+: /.test(said)) wrong.push(`${name}: ${said}${there ? "" : " (leads nowhere)"}`);
  }
  for (const sender of senders.values()) await sender.dispose();
  expect(wrong).toEqual([]);
  expect(looked).toBeGreaterThan(40);
});
