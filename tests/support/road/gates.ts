import { expect, type Page } from "@playwright/test";
import { fullName, NOMINEES, type Nominee, OFFICIALS } from "./people.ts";
import { dayIn, expectAccessible, openTask, press } from "./stage.ts";

/** An officer closes the call before its hour. */
export async function closeCall(page: Page) {
  await page.getByRole("link", { name: "Vacancies", exact: true }).first().click();
  await page.getByRole("link", { name: /forceCommander/ }).click();
  await page.getByRole("note").getByRole("link", { name: "Call", exact: true }).click();
  await page.getByRole("link", { name: "Close the call" }).click();
  await page.getByLabel(/^Why before its hour/).fill("Every state that was asked has answered.");
  await press(page, "Close the call", /Force Commander/);
}

/** An officer screens every candidacy in, one after the other; what the file suggests stands chosen. */
export async function screenEverybody(page: Page) {
  await openTask(page, /to screen/);
  await page.getByRole("table").getByRole("link").first().click();
  await page.getByRole("link", { name: "Screen this candidacy" }).click();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toContainText("Screening of");
  await expectAccessible(page);
  for (
    let name = await heading.innerText();
    name.startsWith("Screening of");
    name = await heading.innerText()
  ) {
    await page.getByLabel("Yes: every requirement is met").check();
    await page.getByRole("button", { name: "Record the screening" }).click();
    await expect(heading).not.toHaveText(name);
  }
  await expect(page.getByText("Nothing is left to screen")).toBeVisible();
}

/** A vetting officer records each gate of a candidate as passed. */
export async function clear(page: Page, nominee: Nominee) {
  for (let gate = 0; gate < 4; gate += 1) {
    await page.getByRole("link", { name: "Clearances", exact: true }).first().click();
    const row = page.getByRole("row").filter({ hasText: nominee.familyName });
    await row.getByRole("link").first().click();
    await page.getByLabel("clear", { exact: true }).check();
    await page.getByLabel("Valid until").fill(dayIn(700));
    if (gate === 0) await expectAccessible(page);
    await page.getByRole("button", { name: "Record the outcome" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Clearances" })).toBeVisible();
  }
}

const SEATS = [
  { gender: "woman", nationality: "Norway" },
  { gender: "man", nationality: "Czechia" },
  { gender: "woman", nationality: "Jordan" },
] as const;

/** An officer sets the panel up by its rules, and opens it. */
export async function seatPanel(page: Page) {
  await openTask(page, /Set up the assessment panel/);
  const members = OFFICIALS.filter(({ role }) => role === "panel member");
  for (const [place, { gender, nationality }] of SEATS.entries()) {
    const seat = page.getByRole("group", { name: `Member ${place + 1}`, exact: true });
    await seat.getByLabel(`Member ${place + 1}`).selectOption(members[place]?.name ?? "");
    await seat.getByLabel("Gender").selectOption(gender);
    await seat.getByLabel("Nationality").selectOption(nationality);
    await seat.getByLabel("from outside").check();
  }
  await page.getByRole("group", { name: "Member 1", exact: true }).getByLabel("chair").check();
  await page.getByLabel("Sheets due by").fill(dayIn(40));
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save the panel" }).click();
  await page.getByRole("link", { name: "Open the panel" }).first().click();
  await press(page, "Open the panel and invite its members", /Force Commander/);
}

/** A member declares that there is no conflict with anybody. */
export async function declare(page: Page) {
  await openTask(page, /Declare conflicts of interest/);
  for (const nominee of NOMINEES) {
    await page
      .getByRole("group", { name: fullName(nominee) })
      .getByLabel("No conflict")
      .check();
  }
  await expectAccessible(page);
  await press(page, "Declare", /Force Commander/);
}
