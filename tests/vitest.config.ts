import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Tests that change the environment which is read once, or load modules anew. */
const ALONE = ["tests/platform/{object-store,outbox,send-mail}.db.test.ts", "tests/seed/demo.db.test.ts"];

const database = {
  root: ".",
  globalSetup: ["tests/support/database.global.ts"],
  setupFiles: ["tests/support/database.worker.ts"],
  testTimeout: 30_000,
  hookTimeout: 120_000,
};

/**
 * `unit` needs nothing but Node; `db` gives each file a database of its own on a real Postgres. A worker keeps the modules
 * it has loaded from one file to the next: loading them is most of what a file takes. `db-alone` are those that cannot.
 */
export default defineConfig({
  test: {
    // Vitest leaves one processor free, which of two is half: while a worker waits for the database another computes.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: "unit",
          root: ".",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/**/*.db.test.ts", "tests/e2e/**"],
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        test: { ...database, name: "db", include: ["tests/**/*.db.test.ts"], exclude: ALONE, isolate: false },
      },
      { test: { ...database, name: "db-alone", include: ALONE } },
    ],
  },
});
