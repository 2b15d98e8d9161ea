import { createServer, request, type Server } from "node:http";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guard, keepPrivate } from "#app/platform/guard.mjs";

let server: Server;
beforeAll(async () => {
  const app = express();
  app.use(guard);
  app.use(keepPrivate);
  app.get("/kept", (_, answer) => answer.set("cache-control", "public, max-age=60").send("kept"));
  app.post("/kept", async (seen, answer) => {
    const parts: Buffer[] = [];
    for await (const part of seen) parts.push(part);
    const bytes = Buffer.concat(parts);
    answer.json({ bytes: bytes.length, end: bytes.subarray(-12).toString() });
  });
  app.use((seen, answer) =>
    answer.json({
      ...{ url: seen.originalUrl, id: seen.headers["x-request-id"] },
      ...{ method: seen.method, cookie: seen.headers.cookie },
    }),
  );
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether the answer is read before the body has been sent. */
  readonly unfinished?: boolean;
}

/** Sends exactly the headers given, which `fetch` would not. */
function send({ method = "GET", path = "/sign-in", headers = {}, body = "", unfinished = false }: Sent) {
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The server does not listen.");
  const { port } = address;
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      const sent = request({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
        let text = "";
        answer.on("data", (part) => {
          text += part;
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      });
      sent.on("error", reject);
      if (unfinished) sent.flushHeaders();
      else sent.end(body);
    },
  );
}

describe("every request", () => {
  it("gets a number of its own, whatever number it claims, and headers that browsers obey", async () => {
    const first = await send({ headers: { "x-request-id": "mine" } });
    const second = await send({});
    const { id } = JSON.parse(first.text);
    expect(id).toBe(first.headers["x-request-id"]);
    expect(id).not.toBe("mine");
    expect(second.headers["x-request-id"]).not.toBe(id);
    expect(first.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
    });
  });

  const ELSEWHERE = "/from-elsewhere";
  const urlOf = async (sent: Sent) => JSON.parse((await send(sent)).text).url;

  it.each<Record<string, string>>([
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://elsewhere.example", host: "cadre.example" },
    { origin: "null" },
    { origin: "https://cadre.example", host: "cadre.example", "x-forwarded-host": "ours.example" },
  ])("is led away, read by nobody, where it is a form from elsewhere (%o)", async (headers) => {
    expect(await urlOf({ method: "POST", headers })).toBe(ELSEWHERE);
    expect(await urlOf({ method: "POST", path: "/sign-in.data", headers })).toBe(`${ELSEWHERE}.data`);
    expect(await urlOf({ headers })).toBe("/sign-in");
  });

  it("from elsewhere is answered as a visitor's, in the language chosen", async () => {
    const cookie = "cadre.language=fr; __Secure-cadre.session_token=a.b";
    const answer = await send({ method: "POST", headers: { cookie, origin: "https://elsewhere.example" } });
    expect(answer.headers["cache-control"]).toBeUndefined();
    expect(JSON.parse(answer.text)).toMatchObject({ method: "GET", cookie: "cadre.language=fr" });
  });

  it.each<Record<string, string>>([
    { "sec-fetch-site": "same-origin" },
    { origin: "https://cadre.example", host: "cadre.example" },
    {
      origin: "https://cadre.example",
      host: "inside:4000",
      "x-forwarded-host": "cadre.example, inside:4000",
    },
    {},
  ])("may be a form of our own, or come from a browser too old to say (%o)", async (headers) => {
    expect(await urlOf({ method: "POST", headers })).toBe("/sign-in");
  });

  it.each([
    ["/sign-in", "/too-large"],
    ["/sign-in.data?index", "/too-large.data"],
  ])("that is too large is led away: %s → %s", async (path, place) => {
    const body = "x".repeat(12 * 1024 * 1024 + 1);
    const large = await send({
      method: "POST",
      path,
      headers: { "content-length": String(body.length) },
      body,
    });
    expect(JSON.parse(large.text).url).toBe(place);
  });

  const BOUNDARY = { "content-type": "multipart/form-data; boundary=here" };
  const MOST = 12 * 1024 * 1024;

  it("that is a form with too large a file is cut, closed and given to its own page", async () => {
    const body = "x".repeat(3 * MOST);
    const headers = { ...BOUNDARY, "content-length": String(body.length) };
    const cut = JSON.parse((await send({ method: "POST", path: "/kept", headers, body })).text);
    expect(cut).toEqual({ bytes: MOST + "\r\n--here--\r\n".length, end: "\r\n--here--\r\n" });
  });

  it("that is a form of a size we take is given as it is", async () => {
    const body = "x".repeat(MOST);
    const headers = { ...BOUNDARY, "content-length": String(body.length) };
    const whole = JSON.parse((await send({ method: "POST", path: "/kept", headers, body })).text);
    expect(whole).toEqual({ bytes: MOST, end: "x".repeat(12) });
  });

  it("that says it is larger than anybody's patience is led away, form or not", async () => {
    const headers = { ...BOUNDARY, "content-length": String(1024 ** 3 + 1) };
    const { url } = JSON.parse((await send({ method: "POST", headers, unfinished: true })).text);
    expect(url).toBe("/too-large");
  });

  it("that does not say how large it is counts as too large", async () => {
    const chunked = await send({ method: "POST", headers: { "transfer-encoding": "chunked" }, body: "a" });
    expect(JSON.parse(chunked.text).url).toBe("/too-large");
  });

  it("finds nothing at an address with a NUL character, as a page or as data", async () => {
    expect(JSON.parse((await send({ path: "/calls/%00" })).text).url).toBe("/not-there");
    expect(JSON.parse((await send({ path: "/missions/%00.data?x=%00" })).text).url).toBe("/not-there.data");
    expect(JSON.parse((await send({ path: "/calls?q=a%00b" })).text).url).toBe("/not-there");
  });

  it.each(["PUT", "DELETE", "PATCH"])("is refused where its method is %s", async (method) => {
    const answer = await send({ method });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe("GET, HEAD, POST");
  });

  it.each(["cadre.session_token=a.b", "lang=fr; __Secure-cadre.session_token=a.b"])(
    "is answered with nothing to be kept where it is somebody's who is signed in (%s)",
    async (cookie) => {
      for (const path of ["/sign-in", "/kept"]) {
        const { headers } = await send({ path, headers: { cookie } });
        expect(headers["cache-control"]).toBe("private, no-store");
      }
    },
  );

  it("is answered as the page says where nobody is signed in", async () => {
    expect((await send({})).headers["cache-control"]).toBeUndefined();
    const visitor = await send({ path: "/kept", headers: { cookie: "lang=fr" } });
    expect(visitor.headers["cache-control"]).toBe("public, max-age=60");
  });
});
