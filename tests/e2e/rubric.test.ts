import { type Browser, expect, type Page, test } from "@playwright/test";
import { Client } from "pg";
import { paths } from "#app/paths.ts";
import { expectAccessible } from "../support/accessible.ts";

/** One row of the demonstration's database. */
async function row<T>(sql: string): Promise<T> {
  const client = new Client({ connectionString: process.env.E2E_DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    if (!rows[0]) throw new Error(`Nothing for ${sql}`);
    return rows[0];
  } finally {
    await client.end();
  }
}

/** The draft of the demonstration whose rubric an officer put together. */
const aDraft = () =>
  row<{ id: string; rubric: string; reference: string; version: number }>(
    `select v.id, r.id as rubric, v.reference, r.version from "Vacancy" v join "Rubric" r on r."vacancyId" = v.id
     where v.state = 'draft' and r.tailored`,
  );

/** A page signed in as an officer of the secretariat. */
async function officerPage(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  const { id } = await row<{ id: string }>(`select id from "User" where name = 'Ines Example'`);
  await page.request.post(paths.demo(), { form: { user: id } });
  await page.request.post(paths.wearRole(), { form: { role: "secretariat" } });
  return page;
}

const criterion = (page: Page, name: string) =>
  page.locator(".group\\/row").filter({ hasText: name }).first();

test("an officer puts a rubric together, sees it as a sheet, and compares two versions", async ({
  browser,
}) => {
  const { id, rubric, reference, version } = await aDraft();
  const page = await officerPage(browser, true);
  await page.goto(paths.rubrics());
  await page.getByRole("link", { name: reference, exact: true }).first().click();
  await page.getByRole("link", { name: "Change the rubric" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Change the rubric");
  await expectAccessible(page);

  const status = page.getByRole("status");
  await expect(status).toContainText("weights add up to 100%");
  const vision = criterion(page, "Vision and planning");
  await vision.getByLabel("Base weight").fill("0");
  await expect(vision.getByText("Please give a number of at least 1.")).toBeVisible();
  await expect(status).toContainText("no weights");
  await vision.getByLabel("Base weight").fill("30");
  await expect(vision.getByText(/^30 × need/)).toBeVisible();
  await expect(status).toContainText("weights add up to 100%");
  await page.getByLabel("Merit").fill("40");
  await expect(page.getByText("The three must add up to 100.")).toBeVisible();
  await page.getByRole("button", { name: "Save the rubric" }).click();
  await expect(page.getByRole("alert")).toContainText("The three must add up to 100.");
  await expect(page.getByLabel("Merit")).toHaveValue("40");
  await page.getByLabel("Merit").fill("25");
  await page.getByRole("button", { name: "Save the rubric" }).click();
  await page.waitForURL((url) => url.pathname === paths.vacancy(id));
  await expect(page.getByText(/^30 × need/)).toBeVisible();

  await page.getByRole("link", { name: "See it as a score sheet" }).click();
  const posts: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
  await page
    .getByRole("radio", { name: /Has led/ })
    .first()
    .check();
  await page.getByLabel("Evidence").first().fill("Tried out by an officer.");
  await page.getByRole("radio").first().press("Enter");
  await expectAccessible(page);
  await expect(page.getByRole("button", { name: /Submit/ })).toHaveCount(0);
  expect(posts).toEqual([]);

  await page.goto(paths.rubricVersions(rubric));
  await expectAccessible(page);
  const line = page.getByRole("row", { name: /Vision and planning: Base weight/ });
  await expect(line).toContainText("10");
  await expect(line).toContainText("30");
  await page.getByLabel("Earlier version").selectOption("1");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(
    page.getByRole("heading", { name: `What version ${version + 1} changed in version 1` }),
  ).toBeVisible();
  await expect(page.getByRole("row", { name: /Criterion dropped/ })).toContainText("Fills gaps");
  await expect(page.getByRole("row", { name: /Criterion added/ })).toContainText("regional organisations");
  await page.context().close();
});

test("the same works without JavaScript, and a criterion enters the library", async ({ browser }) => {
  const page = await officerPage(browser, false);
  await page.goto(paths.newCriterion());
  await page.getByRole("button", { name: "Add a criterion" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Needs of the mission").check();
  await page.getByLabel("on the file", { exact: true }).check();
  for (const language of ["English", "French"]) {
    await page.getByLabel(`Name, in ${language}`).fill("Patience");
    await page.getByLabel(`Definition, in ${language}`).fill("Lets others come to their agreement.");
    for (const level of [1, 2, 4])
      await page.getByLabel(`Level ${level}, in ${language}`).fill("Is patient.");
  }
  await page.getByRole("button", { name: "Add a criterion" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Patience");
  await expect(page.getByText("between the levels beside it").first()).toBeVisible();

  const { id, rubric, version } = await aDraft();
  await page.goto(paths.rubricWorkshop(rubric));
  const patience = criterion(page, "Patience");
  await expect(patience.getByLabel("Base weight")).toBeHidden();
  await patience.getByRole("checkbox").check();
  await expect(patience.getByLabel("Base weight")).toBeVisible();
  await page.getByRole("button", { name: "Save the rubric" }).click();
  await expect(patience.getByText("say how much it is needed here")).toBeVisible();
  await patience.getByLabel("Need, as stated here").selectOption("2");
  await page.getByRole("button", { name: "Save the rubric" }).click();
  await page.waitForURL((url) => url.pathname === paths.vacancy(id));
  await page.goto(paths.rubricVersions(rubric, { before: version, after: version + 1 }));
  await expect(page.getByRole("row", { name: /Criterion added/ })).toContainText("Patience");
  await page.context().close();
});
