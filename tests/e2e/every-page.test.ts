import AxeBuilder from "@axe-core/playwright";
import { type APIResponse, expect, type Page, test } from "@playwright/test";
import { ROLES, type Role } from "#app/access/actor.ts";
import { paths } from "#app/paths.ts";

/** Who sees which page; everybody else is answered as if it were not there. */
const PAGES: readonly (readonly [path: string, roles: readonly Role[] | "everybody"])[] = [
  [paths.home(), "everybody"],
  [paths.calls(), "everybody"],
  [paths.balance(), "everybody"],
  [paths.receipts(), "everybody"],
  [paths.missions(), ["secretariat", "auditor", "decisionMaker", "panelMember", "focalPoint"]],
  [paths.mission("MINUSCA"), ["secretariat", "auditor", "decisionMaker", "panelMember", "focalPoint"]],
  [paths.missionNeeds("MINUSCA"), ["secretariat"]],
  [paths.newPost("MINUSCA"), ["secretariat"]],
  [paths.newCall({}), ["secretariat"]],
  [paths.newCall({ kind: "global" }), ["secretariat"]],
  [paths.needsVersion("UNMIK", 2), ["secretariat", "auditor", "decisionMaker", "panelMember", "focalPoint"]],
  [paths.vacancies(), ["secretariat", "auditor"]],
  [paths.newVacancy(), ["secretariat"]],
  [paths.nominations(), ["focalPoint"]],
  [paths.myCases(), ["candidate"]],
  [paths.myMembership(), ["candidate"]],
  [paths.clearances(), ["vettingOfficer", "secretariat", "auditor"]],
  [paths.panels(), ["panelMember", "secretariat", "auditor"]],
  [paths.decisions(), ["decisionMaker", "secretariat", "auditor"]],
  [paths.mentors(), ["secretariat", "auditor", "focalPoint"]],
  [paths.pledgeMentor(), ["focalPoint", "secretariat"]],
  [paths.mentorProfile(), ["mentor"]],
  [paths.matching(), ["secretariat", "auditor"]],
  [paths.engagements(), ["mentor", "mentee", "secretariat", "auditor"]],
  [paths.cadre(), ["secretariat", "auditor"]],
  [paths.proposeMember(), ["secretariat"]],
  [paths.record(), ["secretariat", "auditor"]],
];

/** Signs in as the first invented account of a role and puts that role on. */
async function signInAs(page: Page, role: Role) {
  await page.goto("/demo");
  await page.locator(`#${role}`).getByRole("button").first().click();
  await page.waitForURL("/");
  await page.request.post(paths.wearRole(), { form: { role } });
}

const pagesOf = (role: Role, seen: boolean) =>
  PAGES.filter(([, roles]) => (roles === "everybody" || roles.includes(role)) === seen).map(([path]) => path);

async function expectSound(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

const noTrace = async (answer: APIResponse) => {
  const text = await answer.text();
  expect(text).not.toMatch(/at .*\.(ts|tsx|mjs|js):\d+/);
  return answer.status();
};

for (const role of ROLES) {
  test(`${role}: every page that is theirs opens, accessible, on a telephone; no other does`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width: 380, height: 800 });
    await signInAs(page, role);
    const found = new Set<string>();
    for (const path of pagesOf(role, true)) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      await expectSound(page);
      const links = await page
        .locator("main table a[href^='/']:not([href^='/receipts/'])")
        .evaluateAll((all) => all.slice(0, 2).map((one) => one.getAttribute("href") ?? ""));
      for (const link of links) found.add(link);
    }
    for (const path of found) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      await expectSound(page);
    }
    for (const path of pagesOf(role, false)) {
      expect(await noTrace(await page.request.get(path)), path).toBe(404);
    }
  });
}

test("the public: what needs an account asks to sign in", async ({ page }) => {
  for (const [path, roles] of PAGES) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    if (roles === "everybody") await expectSound(page);
    else expect(page.url(), path).toContain(paths.signIn());
  }
});
