import { describe, expect, it } from "vitest";
import { ROLES } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { FIGURES } from "#app/gender/read-figure.server.ts";
import type { Samples } from "../e2e/demo-samples.ts";
import { POSTED_ONLY, routeCases } from "../e2e/every-route.ts";
import type { RouteCase } from "../e2e/routes/route-case.ts";
import type { PeopleFigures } from "./people-figure.ts";
import { OPEN_FIGURES, PEOPLE_FIGURES } from "./people-figures.ts";
import { type ProjectFile, projectFiles } from "./project-files.ts";

const files = projectFiles().filter(({ path }) => path.startsWith("app/"));
const ROUTE = /^app\/routes\/(.+)\.tsx$/;
const routes = files.flatMap(({ path }) => ROUTE.exec(path)?.[1] ?? []);

const NOBODY_YET = {
  ...{ userId: "u", personId: "p", name: "Somebody", stateCode: null, locale: "en", timeZone: "UTC" },
};

/** Those who see exact figures (`gender.readExact`). */
const EXACT: ReadonlySet<string> = new Set(
  ROLES.filter((role) =>
    can({ ...NOBODY_YET, role, roles: [{ role, stateCode: null }] }, "gender.readExact"),
  ),
);

/** Where people are counted by group: a page on the way to one of these counts somebody. */
const COUNTING = [
  "app/cadre/bench.queries.server.ts",
  "app/cadre/compact-figures.queries.server.ts",
  "app/cadre/ready-now.queries.server.ts",
  "app/gender/balance.queries.server.ts",
  "app/gender/projection.queries.server.ts",
  "app/gender/service-report.queries.server.ts",
  "app/gender/uniformed.queries.server.ts",
  "app/mentoring/health/programme-health.queries.server.ts",
];

/** Any sample: which account opens a page is not asked here. */
const samples = new Proxy({}, { get: () => new Proxy({}, { get: () => "sample" }) }) as Samples;
const cases: Readonly<Record<string, RouteCase>> = routeCases(samples);

/** Whether a page may reach somebody without exact figures: by who may open it, or because it asks for no account. */
function reachesOthers(route: string, text: string): boolean {
  const known = cases[route];
  if (known === undefined || known.readers === "everybody" || text.includes("getActor(")) return true;
  return Object.keys(known.readers).some((role) => !EXACT.has(role));
}

const unlisted = (among: readonly ProjectFile[], list: readonly PeopleFigures[]) =>
  among.flatMap(({ path, text }) => {
    const route = ROUTE.exec(path)?.[1];
    if (route === undefined || POSTED_ONLY.includes(route) || !reachesOthers(route, text)) return [];
    return list.some((group) => group.routes.includes(route)) ? [] : [route];
  });

const texts = new Map(files.map(({ path, text }) => [path, text]));
const IMPORT = /^(?:import|export) (?!type\b)[^;]*?from "(#app\/|\.\/)([^"]+)";/gms;

/** Everything that a file takes in by value, itself among it. */
function reach(start: string): ReadonlySet<string> {
  const found = new Set([start]);
  for (const path of found) {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    for (const [, root, rest] of (texts.get(path) ?? "").matchAll(IMPORT)) {
      found.add(root === "./" ? `${folder}${rest}` : `app/${rest}`);
    }
  }
  return found;
}

const fileOf = (route: string) => `app/routes/${route}.tsx`;

describe("every page that reaches somebody without exact figures", () => {
  it("stands on the list, once, with what is done about the people counted there", () => {
    expect(unlisted(files, PEOPLE_FIGURES)).toEqual([]);
    const all = PEOPLE_FIGURES.flatMap((group) => group.routes);
    expect(all.filter((route, at) => all.indexOf(route) !== at)).toEqual([]);
    expect(all.filter((route) => !routes.includes(route))).toEqual([]);
  });

  it("comes to the one library by the file that is said to protect it", () => {
    const groups = PEOPLE_FIGURES.flatMap((group) => (group.kind === "protected" ? [group] : []));
    expect(groups.length).toBeGreaterThan(0);
    for (const { by, routes: those } of groups) {
      expect(reach(by)).toContain("app/gender/disclosure.ts");
      for (const route of those) expect([route, reach(fileOf(route)).has(by)]).toEqual([route, true]);
    }
  });

  it("counts nobody by group where it says that nobody is counted", () => {
    const counting = PEOPLE_FIGURES.filter(({ kind }) => kind === "nobody").flatMap((group) =>
      group.routes.filter((route) => {
        const way = reach(fileOf(route));
        return COUNTING.some((file) => way.has(file));
      }),
    );
    expect(counting).toEqual([]);
    for (const file of COUNTING) expect(texts.has(file)).toBe(true);
  });

  it("gives no file of a figure without exact figures but those that are said to be open", () => {
    const open = [...FIGURES].filter(([, { needs }]) => needs !== "gender.readExact").map(([id]) => id);
    expect(open.toSorted()).toEqual(Object.keys(OPEN_FIGURES).toSorted());
  });

  it("would be seen where a new one came, or one lost its protection", () => {
    const page = { path: "app/routes/open-figures.$format.tsx", text: "await countOpened(period)" };
    expect(unlisted([page], PEOPLE_FIGURES)).toEqual(["open-figures.$format"]);
    const text = "const actor = await getActor(request);";
    expect(unlisted([{ path: "app/routes/accounts.new.tsx", text }], PEOPLE_FIGURES)).toEqual([
      "accounts.new",
    ]);
    expect(unlisted([{ path: "app/routes/accounts.new.tsx", text: "" }], PEOPLE_FIGURES)).toEqual([]);
    expect(reach(fileOf("balance._index")).has("app/gender/balance.queries.server.ts")).toBe(true);
    expect(reach(fileOf("sign-in")).has("app/gender/disclosure.ts")).toBe(false);
  });
});
