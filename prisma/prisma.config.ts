import { defineConfig } from "prisma/config";

/** `prisma/cli.mjs` sets DATABASE_URL to the embedded server's where the environment names none. */
export default defineConfig({
  schema: "schema",
  migrations: { path: "migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
