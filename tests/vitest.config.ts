import { defineConfig } from "vitest/config";

/** Two projects: `unit` needs nothing but Node; `db` gives each worker a database of its own on a real Postgres. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          root: ".",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/**/*.db.test.ts", "tests/e2e/**"],
        },
      },
      {
        test: {
          name: "db",
          root: ".",
          include: ["tests/**/*.db.test.ts"],
          globalSetup: ["tests/support/database.global.ts"],
          setupFiles: ["tests/support/database.worker.ts"],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
