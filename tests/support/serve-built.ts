import { type ChildProcess, fork } from "node:child_process";
import { TEST_SECRET } from "./template.ts";

const START_MS = 60_000;

/** The built app, served. */
export interface Served {
  readonly url: string;
  /** Of its process. */
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** Serves the built app on a database, in a process of its own that ends with ours. */
export async function serveBuilt(databaseUrl: string): Promise<Served> {
  const server = fork("tests/support/serve-built.command.mjs", {
    execArgv: [],
    env: {
      ...process.env,
      NODE_ENV: "production",
      CADRE_ENV: "development",
      CADRE_SECRET: TEST_SECRET,
      CADRE_URL: "",
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
    },
  });
  return { url: await addressOf(server), pid: server.pid ?? 0, stop: () => ended(server) };
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
