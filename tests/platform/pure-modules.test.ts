import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pureModules } from "#app/platform/pure-modules.mjs";

const { transform } = pureModules();
const marked = async (id: string, ssr = false) => {
  const answer = await (transform as (code: string, id: string, how: { ssr: boolean }) => Promise<unknown>)(
    "export const SCHEMA = make();",
    `/home/cadre/app/${id}`,
    { ssr },
  );
  return JSON.stringify(answer)?.includes("#__PURE__") ?? false;
};

describe("what a pure file makes when it is loaded", () => {
  it("may be left out of a page, in whichever room of the house the file is", async () => {
    const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter(
      (path) => /^[^.]+\.ts$/.test(path) && !/^(?:generated|i18n\/messages)\//.test(path),
    );
    const depths = new Set(files.map((path) => path.split("/").length));
    expect(depths.size).toBeGreaterThan(2);
    const missed: string[] = [];
    for (const depth of depths)
      for (const file of files.filter((path) => path.split("/").length === depth).slice(0, 5))
        if (!(await marked(file))) missed.push(file);
    expect(missed).toEqual([]);
  });

  it("stays where the file does something, and on the server", async () => {
    expect(await marked("selection/vacancy/vacancy-steps.tsx")).toBe(false);
    expect(await marked("selection/vacancy/read-vacancy.server.ts")).toBe(false);
    expect(await marked("selection/lifecycle.ts", true)).toBe(false);
  });
});
