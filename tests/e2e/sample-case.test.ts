import { expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { paths } from "#app/paths.ts";
import { expectAccessible, expectFitting } from "../support/accessible.ts";
import { taken, visit } from "../support/road/stage.ts";

// By its name the last but few: it takes the one panel of the demonstration that calibrates to its desk.

/** Answers a question to the database of the app under test. */
async function ask(text: string) {
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<{ id: string; userId: string; chair: boolean }>(text)).rows;
  } finally {
    await client.end();
  }
}

/** The members of the panel that calibrates who have not handed in, the chair last. */
const wanting = () =>
  ask(`select p."id", m."userId", m."chair" from "Panel" p join "PanelMember" m on m."panelId" = p."id"
    where p."phase" = 'calibration' and not exists (
      select from "SampleSheet" s where s."memberId" = m."id" and s."submittedAt" is not null)
    order by m."chair", m."id"`);

async function signInAs(page: Page, userId = "") {
  await page.request.post(paths.demo(), { form: { user: userId } });
  await page.request.post(paths.wearRole(), { form: { role: "panelMember" } });
}

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectFitting(page);
}

/** Scores the sample case by the keyboard, as a candidate would be scored. */
async function handIn(page: Page, level: number) {
  await expect(page.getByText("By keyboard, on the levels")).toBeVisible();
  const criteria = await page.getByRole("radiogroup").count();
  await page.getByRole("radio").first().focus();
  for (let place = 0; place < criteria; place += 1) {
    await page.keyboard.press(String(level));
    await page.keyboard.press("Enter");
    await page.keyboard.insertText("The file tells of it once, and of no result from outside.");
    if (place === criteria - 1) break;
    for (const _ of ["to how sure the member is", "to the next criterion"]) await page.keyboard.press("Tab");
  }
  await page.getByRole("button", { name: "Hand in the sheet" }).click();
}

test("the members score an invented case alone, and the chair writes what was agreed and opens the desk", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const members = await wanting();
  const [{ id } = { id: "" }] = members;
  expect(members.at(-1)?.chair).toBe(true);
  for (const [place, { userId, chair }] of members.entries()) {
    await signInAs(page, userId);
    await visit(page, paths.home());
    await page
      .getByRole("link", { name: /Score the sample case/ })
      .first()
      .click();
    await expect(page.getByText("Your sheet on the sample case is wanting")).toBeVisible();
    await expect(page.getByText("Levels", { exact: false }).filter({ hasText: /^Levels \d/ })).toHaveCount(0);
    if (place === 0) await expectSound(page);
    await page.getByRole("link", { name: "Your sheet on the sample case" }).click();
    await taken(page);
    if (place === 0) {
      await expectSound(page);
      await page.getByRole("button", { name: "Hand in the sheet" }).click();
      await expect(page.getByRole("alert").first()).toBeVisible();
    }
    // The chair stands two levels from the others, whose lowest is 2.
    await handIn(page, chair ? 4 : 2);
  }
  await expect(page.getByText(/Sample sheets opened on/)).toBeVisible();
  await expect(page.getByText("two levels or more apart").first()).toBeVisible();
  await expectSound(page);
  await page.getByRole("link", { name: "Open the desk" }).click();
  await expect(page.getByText(/nothing is agreed/)).toBeVisible();
  await expect(page.getByRole("button", { name: "End the calibration and open the desk" })).toHaveCount(0);
  await page.getByRole("link", { name: "Calibration" }).first().click();
  await expect(page.getByRole("button", { name: "Save what was agreed" })).toBeVisible();
  for (const field of await page.getByLabel("What was agreed").all())
    await field.fill("Level 3 takes two posts with a result borne out from outside.");
  const kept = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByRole("button", { name: "Save what was agreed" }).click();
  await kept;
  await visit(page, paths.calibration(id));
  await expect(page.getByLabel("What was agreed").first()).toHaveValue(/^Level 3 takes/);
  await page.setViewportSize({ width: 380, height: 800 });
  await expectFitting(page);
  await page.getByRole("link", { name: "Open the desk" }).click();
  await page.getByRole("button", { name: "End the calibration and open the desk" }).click();
  await page.waitForURL(paths.panel(id));
  await page
    .getByRole("link", { name: /^Score / })
    .first()
    .click();
  await expect(page.getByText("The panel agreed:").first()).toBeVisible();
});
