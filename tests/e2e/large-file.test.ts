import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { request as send } from "node:http";
import { Readable } from "node:stream";
import { expect, request, test } from "@playwright/test";
import { paths } from "#app/paths.ts";
import type { Cluster } from "#app/platform/cluster.mjs";
import { onDatabase } from "#app/platform/open-database.mjs";
import { type Served, serveBuilt } from "../support/serve-built.ts";
import { copyTemplate, ensureTemplate, testCluster } from "../support/template.ts";

/** What a film has that somebody takes for a curriculum vitae: 200 MB. */
const FILM_BYTES = 200 * 1024 * 1024;
/** What the server may grow by meanwhile: a form of 12 MB, held in the few shapes that reading it takes. */
const GROWTH_BYTES = 120 * 1024 * 1024;
const TYPED = "What was typed before the film was chosen.";

let cluster: Cluster;
let database: Awaited<ReturnType<typeof copyTemplate>>;
let served: Served;
let cookie = "";
let draft = "";

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  cluster = await testCluster();
  const template = await ensureTemplate(cluster, "demo");
  database = await copyTemplate(cluster.url, template, `e2e_${randomBytes(4).toString("hex")}`);
  served = await serveBuilt(database.url);
});

test.afterAll(async () => {
  await served.stop();
  await database.drop();
  cluster.stop();
});

/** A form with a film for a document, as a browser sends it: in pieces, never held whole. */
function film(boundary: string) {
  const head = Buffer.from(
    `--${boundary}\r\ncontent-disposition: form-data; name="kind"\r\n\r\ncv\r\n` +
      `--${boundary}\r\ncontent-disposition: form-data; name="document"; filename="cv.pdf"\r\n` +
      "content-type: application/pdf\r\n\r\n",
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  const piece = Buffer.alloc(1024 * 1024, "%PDF");
  function* pieces() {
    yield head;
    for (let sent = 0; sent < FILM_BYTES; sent += piece.length) yield piece;
    yield tail;
  }
  return { length: head.length + FILM_BYTES + tail.length, body: Readable.from(pieces()) };
}

/** Sends the film to a page and gives the answer, once all of it was taken. */
function sendFilm(path: string) {
  const boundary = randomBytes(12).toString("hex");
  const { length, body } = film(boundary);
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const headers = {
      ...{ cookie, "sec-fetch-site": "same-origin", "accept-language": "en" },
      ...{ "content-type": `multipart/form-data; boundary=${boundary}`, "content-length": length },
    };
    const sent = send(new URL(path, served.url), { method: "POST", headers }, (answer) => {
      answer.setEncoding("utf8");
      let text = "";
      answer.on("data", (part) => {
        text += part;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    sent.on("error", reject);
    body.pipe(sent);
  });
}

/** What the server holds in memory, in bytes. */
const heldBytes = () =>
  Number(execFileSync("ps", ["-o", "rss=", "-p", String(served.pid)], { encoding: "utf8" })) * 1024;

/** The most that the server held while something went on. */
async function mostHeldDuring<T>(work: () => Promise<T>): Promise<{ value: T; most: number }> {
  let most = heldBytes();
  const watch = setInterval(() => {
    most = Math.max(most, heldBytes());
  }, 50);
  const value = await work().finally(() => clearInterval(watch));
  return { value, most };
}

test("a focal point begins a draft, and what was typed is kept", async () => {
  const { user, call } = await onDatabase(database.url, async (client) => {
    const { rows } = await client.query(
      `select g."userId" as user, c.id as call from "Call" c, "RoleGrant" g join "User" u on u.id = g."userId"
       where c.state = 'open' and c."listRule" <> 'own' and g.role = 'focalPoint' and u.demo
         and coalesce(array_length(c."targetedStateCodes", 1), 0) = 0 order by c.reference, u.email limit 1`,
    );
    return { user: String(rows[0]?.user), call: String(rows[0]?.call) };
  });
  const visitor = await request.newContext({ baseURL: served.url, maxRedirects: 0 });
  const entered = await visitor.post("/demo", { form: { user } });
  expect(entered.status()).toBe(302);
  await visitor.post(paths.wearRole(), { form: { role: "focalPoint" } });
  const begun = await visitor.post(paths.newDraft(call));
  draft = /^\/drafts\/([^/?]+)/.exec(begun.headers().location ?? "")?.[1] ?? "";
  const page = await (await visitor.get(paths.draft(draft))).text();
  const version = /name="version"[^>]*value="(\d+)"|value="(\d+)"[^>]*name="version"/.exec(page);
  const saved = await visitor.post(paths.draft(draft), {
    form: { version: version?.[1] ?? version?.[2] ?? "", givenName: TYPED },
  });
  expect(saved.status()).toBe(302);
  const { cookies } = await visitor.storageState();
  cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
});

test("200 MB sent for a document are answered on the draft's own page, in little memory, and nothing is lost", async () => {
  const before = heldBytes();
  const { value: answer, most } = await mostHeldDuring(() => sendFilm(paths.draftDocuments(draft)));
  expect(answer.status).toBe(422);
  expect(answer.text).toContain("The file is larger than 10 MB. Choose a smaller one.");
  expect(answer.text).toContain(`value="${TYPED}"`);
  expect(most - before).toBeLessThan(GROWTH_BYTES);
  const kept = await onDatabase(database.url, async (client) => {
    const { rows } = await client.query(
      `select content->>'givenName' as name, (select count(*)::int from "DraftDocument" where "draftId" = d.id) as documents
       from "NomineeDraft" d where id = $1`,
      [draft],
    );
    return rows[0];
  });
  expect(kept).toEqual({ name: TYPED, documents: 0 });
});

test("several at once leave the server answering", async () => {
  const films = [1, 2, 3].map(() => sendFilm(paths.draftDocuments(draft)));
  const visitor = await request.newContext({ baseURL: served.url });
  expect((await visitor.get("/calls")).status()).toBe(200);
  expect((await Promise.all(films)).map(({ status }) => status)).toEqual([422, 422, 422]);
  expect((await visitor.get("/calls")).status()).toBe(200);
});

test("200 MB that no form of ours would send get a page that says what may be sent, and the way back", async () => {
  const visitor = await request.newContext({ baseURL: served.url, extraHTTPHeaders: { cookie } });
  const answer = await visitor.post(paths.draft(draft), {
    headers: { "accept-language": "en" },
    form: { version: "1", givenName: "x".repeat(13 * 1024 * 1024) },
  });
  expect(answer.status()).toBe(413);
  const page = await answer.text();
  expect(page).toContain("A document may have up to 10 MB.");
  expect(page).toContain(`href="${paths.home()}"`);
});
