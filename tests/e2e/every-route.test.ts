import { readdirSync } from "node:fs";
import { type APIResponse, expect, type Page, test } from "@playwright/test";
import { ROLES, type Role } from "#app/access/actor.ts";
import { paths } from "#app/paths.ts";
import { expectAccessible, expectFitting } from "../support/accessible.ts";
import { type Demo, readDemo } from "./demo-samples.ts";
import { POSTED_ONLY, routeCases, TOLD_ELSEWHERE } from "./every-route.ts";
import type { RouteCase } from "./routes/route-case.ts";

let demo: Demo;
let cases: Readonly<Record<string, RouteCase>>;

test.beforeAll(async () => {
  demo = await readDemo();
  cases = routeCases(demo.samples);
});

/** Puts a role on with an account of the demonstration. */
async function wear(page: Page, role: Role, userId: string) {
  await page.request.post(paths.demo(), { form: { user: userId } });
  await page.request.post(paths.wearRole(), { form: { role } });
}

const readerOf = (route: RouteCase, role: Role): string | undefined => {
  if (route.readers === "everybody") return demo.accounts[role][0];
  const reader = route.readers[role];
  return reader === "whoever" ? demo.accounts[role][0] : reader;
};

/** Whose page it is: the one whom axe and a telephone look at it for. */
const firstReader = (route: RouteCase): Role | undefined => ROLES.find((role) => readerOf(route, role));

/** Where scripts ask for what the route alone answers: its own loader decides, and no page is drawn around a refusal. */
const byScripts = (name: string, { path, page }: RouteCase) => {
  const [address, query] = path.split("?");
  return page
    ? `${address}.data?${query ? `${query}&` : ""}_routes=${encodeURIComponent(`routes/${name}`)}`
    : path;
};

async function expectStatus(answer: APIResponse, status: number, what: string) {
  expect(await answer.text(), what).not.toMatch(/at .*\.(ts|tsx|mjs|js):\d+/);
  expect(answer.status(), what).toBe(status);
}

test("every route stands in the table", () => {
  const files = readdirSync("app/routes").map((file) => file.replace(/\.tsx$/, ""));
  expect([...Object.keys(cases), ...POSTED_ONLY, ...TOLD_ELSEWHERE].toSorted()).toEqual(files.toSorted());
});

for (const role of ROLES) {
  test(`${role}: what is theirs answers, what is not is not there`, async ({ page }) => {
    const [first, stranger] = [demo.accounts[role][0], demo.accounts[role][1]];
    let worn: string | undefined;
    for (const [name, route] of Object.entries(cases)) {
      const reader = readerOf(route, role);
      if (!reader) continue;
      if (reader !== worn) await wear(page, role, reader);
      worn = reader;
      await expectStatus(await page.request.get(route.path), 200, `${name} ${route.path}`);
    }
    await wear(page, role, first);
    for (const [name, route] of Object.entries(cases))
      if (!readerOf(route, role))
        await expectStatus(await page.request.get(byScripts(name, route)), 404, name);
    if (!stranger) return;
    await wear(page, role, stranger);
    for (const [name, route] of Object.entries(cases)) {
      const owner = route.readers === "everybody" ? undefined : route.readers[role];
      if (owner && owner !== "whoever" && owner !== stranger)
        await expectStatus(await page.request.get(route.path), 404, `${name} to a stranger`);
    }
  });
}

/** In how many parts the pages of a role are looked at: the secretariat reads most of them. */
const partsOf = (role: (typeof ROLES)[number]) => (role === "secretariat" ? 3 : 1);

for (const role of ROLES) {
  for (let part = 0; part < partsOf(role); part += 1) {
    test(`${role}: each page is accessible and fits a telephone (${part + 1} of ${partsOf(role)})`, async ({
      page,
    }) => {
      test.setTimeout(240_000);
      await page.setViewportSize({ width: 380, height: 800 });
      let worn: string | undefined;
      const own = Object.entries(cases).filter(([, route]) => route.page && firstReader(route) === role);
      for (const [name, route] of own.filter((_, at) => at % partsOf(role) === part)) {
        const reader = readerOf(route, role);
        if (!reader) continue;
        if (reader !== worn) await wear(page, role, reader);
        worn = reader;
        const answer = await page.goto(route.path);
        expect(answer?.status(), name).toBe(200);
        await expectAccessible(page, name);
        await expectFitting(page, name);
      }
    });
  }
}

test("the public: what is everybody's opens, what needs an account asks to sign in", async ({ page }) => {
  for (const [name, { path, readers }] of Object.entries(cases)) {
    const answer = await page.request.get(path);
    await expectStatus(answer, answer.status() === 404 ? 404 : 200, name);
    if (readers === "everybody") expect(answer.status(), name).toBe(200);
    else if (answer.status() === 200) expect(answer.url(), name).toContain(paths.signIn());
  }
});
