import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { type Beginning, copyTemplate, ensureTemplate, TEST_SECRET, testCluster } from "./template.ts";

const START_MS = 60_000;

type TestCluster = Awaited<ReturnType<typeof testCluster>>;

/**
 * Serves the built app twice, each on a database of its own: one holds the demo, the other the reference data alone,
 * as a new installation does. At the end takes all of it away.
 */
export default async function setUp() {
  const cluster = await testCluster();
  const demo = await serveFrom(cluster, "demo");
  const empty = await serveFrom(cluster, "reference");
  process.env.E2E_URL = demo.address;
  process.env.E2E_DATABASE_URL = demo.databaseUrl;
  process.env.E2E_EMPTY_URL = empty.address;
  process.env.E2E_EMPTY_DATABASE_URL = empty.databaseUrl;
  return async () => {
    await Promise.all([demo.stop(), empty.stop()]);
    cluster.stop();
  };
}

async function serveFrom(cluster: TestCluster, beginning: Beginning) {
  const template = await ensureTemplate(cluster, beginning);
  const own = await copyTemplate(cluster.url, template, `e2e_${randomBytes(4).toString("hex")}`);
  const server = fork("tests/support/serve-built.command.mjs", {
    env: {
      ...process.env,
      NODE_ENV: "production",
      CADRE_ENV: "development",
      CADRE_SECRET: TEST_SECRET,
      CADRE_URL: "",
      DATABASE_URL: own.url,
      LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
    },
  });
  const address = await addressOf(server);
  const stop = async () => {
    await ended(server);
    await own.drop();
  };
  return { address, databaseUrl: own.url, stop };
}

/** The address that the server tells once it listens. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(
      () => reject(new Error("The app was not served within a minute.")),
      START_MS,
    );
    server.once("message", (message) => {
      clearTimeout(impatience);
      resolve(String(message));
    });
    server.once("exit", (code) => reject(new Error(`The app could not be served (${code}).`)));
  });
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once("exit", () => resolve());
    server.kill("SIGTERM");
  });
}
