import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { copyTemplate, ensureTemplate, TEST_SECRET, testCluster } from "./template.ts";

const START_MS = 60_000;

/** Serves the built app on a database of its own that holds the demo; at the end takes both away. */
export default async function setUp() {
  const cluster = await testCluster();
  const template = await ensureTemplate(cluster, "demo");
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
  process.env.E2E_URL = await addressOf(server);
  process.env.E2E_DATABASE_URL = own.url;
  return async () => {
    await ended(server);
    await own.drop();
    cluster.stop();
  };
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
