import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { breaches } from "./cruise.ts";
import { IMPORT_RULES } from "./import-rules.ts";

const FOLDERS = ["app", "emails", "prisma", "tests"] as const;

/** For each rule one import that breaks it, as "file → what it imports". */
const PLANTED: Readonly<Record<string, string>> = {
  "no-cycles": "app/selection/hen.ts → ./egg.ts",
  resolvable: "app/selection/rubric/rubric.ts → ./nowhere.ts",
  "statistics-alone": "app/statistics/icc.ts → #app/selection/rubric/rubric.ts",
  "ui-alone": "app/ui/table.tsx → #app/i18n/provider.tsx",
  "pure-stays-pure": "app/selection/rubric/rubric.ts → #app/platform/database.server.ts",
  "pure-without-input": "app/mentoring/matching/matching.ts → node:fs",
  "pure-below-views": "app/gender/counts.ts → ./counts-table.tsx",
  "views-get-props": "app/cadre/member.tsx → ./member.queries.server.ts",
  "views-of-one-wing": "app/cadre/member.tsx → #app/selection/panel.tsx",
  "server-below-views": "app/cadre/admit-member.server.ts → ./member.tsx",
  "wings-meet-in-use-cases":
    "app/mentoring/match-mentor.server.ts → #app/selection/panel/panel.queries.server.ts",
  "questions-only-read": "app/cadre/member.queries.server.ts → #app/record/append-event.server.ts",
  "generated-below": "app/selection/rubric/rubric.ts → #app/generated/prisma/client.ts",
  "pages-on-top": "app/navigation.ts → ./routes/_index.tsx",
  "access-below-wings": "app/access/can.ts → #app/selection/rubric/rubric.ts",
  "platform-below-wings": "app/platform/mail.server.ts → #app/selection/rubric/rubric.ts",
  "vendors-in-platform": "app/selection/rubric.server.ts → pg",
  "emails-without-server": "emails/sign-in.tsx → #app/platform/database.server.ts",
  "app-without-tests": "app/selection/rubric/rubric.ts → #tests/support/story.ts",
  "shipped-dependencies": "app/selection/rubric/rubric.ts → vitest",
};

const meadows: string[] = [];
afterAll(() => {
  for (const folder of meadows) rmSync(folder, { recursive: true, force: true });
});

/** A little project in which `planted` is the only import. */
function plant(planted: string): string {
  const project = mkdtempSync(join(tmpdir(), "cadre-imports-"));
  meadows.push(project);
  const [file = "", imported = ""] = planted.split(" → ");
  const target = imported.startsWith("#") ? imported.slice(1) : join(dirname(file), imported);
  const write = (path: string, text: string) => {
    mkdirSync(join(project, dirname(path)), { recursive: true });
    writeFileSync(join(project, path), text);
  };
  for (const folder of FOLDERS) mkdirSync(join(project, folder));
  write("package.json", JSON.stringify(manifest));
  symlinkSync(join(process.cwd(), "node_modules"), join(project, "node_modules"));
  const ours = /^[.#]/.test(imported);
  if (ours && !imported.includes("nowhere")) {
    write(target, file.includes("hen") ? `import "./hen.ts";\n` : "export const value = 1;\n");
  }
  write(file, `import "${imported}";\n`);
  return project;
}

const found = await breaches(process.cwd(), FOLDERS);

describe("the imports of the project", () => {
  it.each(IMPORT_RULES.map(({ name, comment }) => ({ name, comment })))(
    "keep to $name: $comment",
    ({ name }) => {
      expect(found.filter(({ rule }) => rule === name).map((breach) => breach.import)).toEqual([]);
    },
  );
});

describe("a planted import", () => {
  it.each(Object.entries(PLANTED))("against %s is seen: %s", async (name, planted) => {
    const seen = await breaches(plant(planted), FOLDERS);
    expect(seen.map(({ rule }) => rule)).toContain(name);
  });

  it("is there for every rule", () => {
    expect(Object.keys(PLANTED).toSorted()).toEqual(IMPORT_RULES.map(({ name }) => name).toSorted());
  });

  it.each([
    "app/routes/panels.tsx → #app/selection/panel/panel.queries.server.ts",
    "app/selection/rank.ts → #app/statistics/icc.ts",
    "app/mentoring/offer-mentor.server.ts → #app/cadre/keep-membership.server.ts",
    "app/selection/panel.tsx → #app/ui/table.tsx",
    "app/record/tree.ts → node:crypto",
    "emails/sign-in.tsx → #app/platform/mail-kinds.ts",
  ])("going down or sideways is let through: %s", async (planted) => {
    expect(await breaches(plant(planted), FOLDERS)).toEqual([]);
  });
});
