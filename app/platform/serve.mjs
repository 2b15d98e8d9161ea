// @ts-check
/** The web server: static files, then Remix; the same for the built app and, with hot reload, for development. */
import { randomUUID } from "node:crypto";
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express from "express";

const A_YEAR = "365d";
/** A form with a document of 10 MB, and room for its other fields. */
const MOST_BYTES = 12 * 1024 * 1024;

/**
 * @typedef {import("@remix-run/node").ServerBuild} Build
 * @typedef {{ stop: () => Promise<void> }} Running
 */

/**
 * Serves the app until `stop` is called.
 *
 * @param {{ port: number, say: (line: string) => void, development?: boolean }} options
 * @returns {Promise<Running & { port: number }>}
 */
export async function serve({ port, say, development = false }) {
  const vite = development ? await startVite() : null;
  const load = async () =>
    /** @type {Build} */ (
      vite
        ? await vite.ssrLoadModule("virtual:remix/server-build")
        : await import(new URL("../../build/server/index.js", import.meta.url).href)
    );
  const build = await load();
  const entry = /** @type {typeof import("../entry.server.tsx")} */ (
    /** @type {unknown} */ (build.entry.module)
  );
  const background = await entry.startBackground();
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", 1);
  app.use(compression());
  app.use(guard);
  if (vite) app.use(vite.middlewares);
  else app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: A_YEAR }));
  app.use(express.static(vite ? "public" : "build/client", { maxAge: "1h" }));
  const handler = createRequestHandler({
    build: vite ? load : build,
    mode: vite ? "development" : "production",
  });
  app.use((request, response, next) => entry.inRequestScope(() => handler(request, response, next)));
  const { server, bound } = await listen(app, port, say);
  return {
    port: bound,
    stop: async () => {
      server.closeIdleConnections();
      await new Promise((resolve) => {
        server.close(resolve);
        setTimeout(() => server.closeAllConnections(), 3_000).unref();
      });
      await background.stop();
      await vite?.close();
    },
  };
}

async function startVite() {
  const { createServer } = await import("vite");
  return createServer({ server: { middlewareMode: true } });
}

/**
 * What holds for every answer: a number to find it by, headers that browsers obey, no form from another site, no
 * body larger than a document.
 *
 * @type {import("express").RequestHandler}
 */
function guard(request, response, next) {
  request.headers["x-request-id"] = randomUUID();
  response.set({
    "x-request-id": request.headers["x-request-id"],
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
  });
  if (request.secure) response.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  const writes = request.method !== "GET" && request.method !== "HEAD";
  const from = request.headers["sec-fetch-site"];
  if (writes && from && from !== "same-origin" && from !== "none") {
    response.status(403).type("text/plain").send("This form came from another site.");
    return;
  }
  if (Number(request.headers["content-length"] ?? 0) > MOST_BYTES) {
    tooLarge(request, response);
    return;
  }
  next();
}

/**
 * Answers 413 without reading the body to its end: the page says how large a document may be.
 *
 * @param {import("express").Request} request
 * @param {import("express").Response} response
 */
function tooLarge(request, response) {
  request.resume();
  response.status(413).set("connection", "close").redirect(303, "/too-large");
}

/**
 * Listens on the port asked for or, where it is taken, on the next free one, and says so.
 *
 * @param {import("express").Express} app
 * @param {number} wanted
 * @param {(line: string) => void} say
 * @returns {Promise<{ server: import("node:http").Server, bound: number }>}
 */
function listen(app, wanted, say) {
  return new Promise((resolve, reject) => {
    const attempt = (/** @type {number} */ port) => {
      const server = app.listen(port);
      server.once("listening", () => {
        if (port !== wanted) say(`Port ${wanted} is taken: using ${port} instead.`);
        resolve({ server, bound: port });
      });
      server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
        if (error.code === "EADDRINUSE" && port < wanted + 50) attempt(port + 1);
        else reject(error);
      });
    };
    attempt(wanted);
  });
}
