import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { promisify } from "node:util";

const SCHEMA = "prisma/schema";
const MEGABYTES = 16 * 1024 * 1024;

/** The SQL that makes a database as the Prisma schema describes it, asked of Prisma's own engine. */
export async function scriptOfSchema(url: string): Promise<string> {
  const paths = readdirSync(SCHEMA).map((name) => `${SCHEMA}/${name}`);
  const files = paths.map((path) => ({ path, content: readFileSync(path, "utf8") }));
  const params = {
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files, configDir: "prisma" },
    ...{ script: true, shadowDatabaseUrl: null, exitCode: null },
    filters: { externalTables: [], externalEnums: [] },
  };
  const asking = promisify(execFile)(
    process.execPath,
    ["prisma/schema-engine.mjs", "--datasource", JSON.stringify({ url }), "--datamodels", paths.join(",")],
    { maxBuffer: MEGABYTES },
  );
  asking.child.stdin?.end(`${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "diff", params })}\n`);
  const { result, error } = JSON.parse((await asking).stdout);
  if (typeof result?.stdout !== "string") throw new Error(JSON.stringify(error));
  return result.stdout;
}
