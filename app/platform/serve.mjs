// @ts-check
/** The web server: static files, then Remix; the same for the built app and, with hot reload, for development. */
import { createServer } from "node:http";
import { join } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express from "express";
import sirv from "sirv";
import { ROOT } from "./cluster-place.mjs";
import { isReal } from "./environment.mjs";
import { guard, keepPrivate } from "./guard.mjs";
import { listen } from "./listen.mjs";
import { rememberRoutes } from "./route-matches.mjs";

/** Seconds for which a browser keeps a file. */
const AN_HOUR = 3_600;
const A_YEAR = 365 * 24 * AN_HOUR;
/** Files lie compressed beside themselves (see compress-assets), and no folder has a page of its own. */
const COMPRESSED = { brotli: true, gzip: true, etag: true, extensions: [] };
/** How long requests under way may take to end when the server stops. */
const GRACE_MS = 3_000;
/** Longer than a reverse proxy keeps its connections: it is never the server that closes one just as it is used. */
const KEEP_ALIVE_MS = 75_000;

/**
 * @typedef {import("@remix-run/node").ServerBuild} Build
 * @typedef {import("vite").ViteDevServer} Vite
 * @typedef {import("node:http").Server} Server
 * @typedef {{ port: number, say: (line: string) => void, development?: boolean }} Wish
 */

/**
 * Serves the app until `stop` is called. What people ask before the app has loaded waits for it. Where CADRE_URL
 * is not set it becomes the address listened on.
 *
 * @param {Wish} wish
 * @returns {Promise<{ port: number, stop: () => Promise<void> }>}
 */
export async function serve({ port: wanted, say, development = false }) {
  /** @type {(app: import("express").Express) => void} */
  let open = () => {};
  const loaded = new Promise((/** @type {typeof open} */ resolve) => {
    open = resolve;
  });
  const server = createServer((request, response) => void loaded.then((app) => app(request, response)));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const port = await listen(
    server,
    wanted,
    process.env.CADRE_HOST || (isReal() ? undefined : "127.0.0.1"),
    say,
  );
  process.env.CADRE_URL ||= `http://localhost:${port}`;
  const vite = development ? await startVite(server) : null;
  if (!vite) rememberRoutes();
  const load = loader(vite);
  const build = await load();
  const entry = /** @type {typeof import("../entry.server.tsx")} */ (
    /** @type {unknown} */ (build.entry.module)
  );
  const background = await entry.startBackground();
  open(appOf(vite, vite ? load : build, entry.inRequestScope));
  const stop = async () => {
    await close(server);
    await background.stop();
    await vite?.close();
  };
  return { port, stop };
}

/**
 * @param {Vite | null} vite
 * @returns {() => Promise<Build>}
 */
const loader = (vite) => async () =>
  /** @type {Build} */ (
    vite
      ? await vite.ssrLoadModule("virtual:remix/server-build")
      : await import(new URL("../../build/server/index.js", import.meta.url).href)
  );

/** @param {Server} server */
async function startVite(server) {
  const { createServer } = await import("vite");
  return createServer({ root: ROOT, server: { middlewareMode: true, hmr: { server } } });
}

/**
 * @param {Vite | null} vite
 * @param {Build | (() => Promise<Build>)} build
 * @param {<T>(work: () => T) => T} inRequestScope
 */
function appOf(vite, build, inRequestScope) {
  const app = express();
  const client = join(ROOT, vite ? "public" : "build/client");
  app.disable("x-powered-by");
  app.set("trust proxy", isReal() ? 1 : false);
  app.use(compression());
  app.use(guard);
  if (vite) app.use(vite.middlewares);
  else app.use("/assets", sirv(join(client, "assets"), { ...COMPRESSED, immutable: true, maxAge: A_YEAR }));
  app.use(sirv(client, { ...COMPRESSED, dev: vite !== null, maxAge: AN_HOUR }));
  app.use(keepPrivate);
  const handler = createRequestHandler({ build, mode: vite ? "development" : "production" });
  app.use((request, response, next) => inRequestScope(() => handler(request, response, next)));
  return app;
}

/**
 * Lets requests under way end, then closes.
 *
 * @param {Server} server
 */
async function close(server) {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(impatience);
}
