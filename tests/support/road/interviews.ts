import { expect, type Page } from "@playwright/test";
import pg from "pg";
import { expectAccessible } from "../accessible.ts";
import { fullName, NOMINEES, type Nominee } from "./people.ts";
import { dayIn, openTask, press } from "./stage.ts";

/** The chair opens the desk sheets to the panel, and a member compares them. */
export async function compare(chair: Page, member: Page, nominee: Nominee) {
  await openTask(chair, /All sheets are in, reveal them/);
  await chair.getByRole("link", { name: "Reveal the sheets" }).click();
  await expectAccessible(chair);
  await press(chair, "Reveal all sheets", /Force Commander/);
  await expect(chair.getByRole("row", { name: /desk scores revealed/ })).toContainText("Nadia Chair");
  await chair.getByRole("link", { name: "Panels", exact: true }).first().click();
  await member.getByRole("link", { name: "My panels", exact: true }).first().click();
  await member.getByRole("link", { name: /Force Commander/ }).click();
  await member.getByRole("link", { name: `Compare on ${fullName(nominee)}` }).click();
  await expect(member.getByRole("columnheader", { name: "Nadia Chair" })).toBeVisible();
  await expectAccessible(member);
}

/** An officer chooses the questions and sets a time for everybody. */
export async function arrange(page: Page) {
  await openTask(page, /Set the interviews/);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Questions of this panel" }).click();
  await page.getByRole("checkbox").first().check();
  await expectAccessible(page);
  await press(page, "Save the questions", "Interview guide");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Panel", exact: true }).first().click();
  for (const [n, nominee] of NOMINEES.entries()) {
    await page.getByRole("link", { name: `Set the interview with ${fullName(nominee)}` }).click();
    await page.getByLabel("Date and time").fill(`${dayIn(3 + n)}T09:30`);
    await page.getByLabel("Time zone").selectOption("Africa/Accra");
    await page.getByRole("textbox", { name: "Where" }).fill("https://meet.example.org/a-room");
    if (n === 0) await expectAccessible(page);
    await press(page, "Save and invite", /Force Commander/);
  }
}

/** An officer moves an interview by a day. */
export async function move(page: Page, nominee: Nominee) {
  await page.getByRole("link", { name: `Move the interview with ${fullName(nominee)}` }).click();
  await page.getByLabel("Date and time").fill(`${dayIn(12)}T09:30`);
  await press(page, "Save and invite", /Force Commander/);
}

/** The chair opens the interviews. */
export async function openInterviews(page: Page) {
  await openTask(page, /All interviews are set, open them/);
  await expectAccessible(page);
  await press(page, "Open the interviews", /Force Commander/);
  await expect(page.getByRole("row", { name: /^interviews/ })).toContainText("Nadia Chair");
}

/** Time goes by, which a served app's clock does not: the interviews that are set lie behind. */
export async function interviewsPass(databaseUrl: string) {
  const database = new pg.Client(databaseUrl);
  await database.connect();
  await database.query(`update "InterviewSlot" set "startsAt" = "startsAt" - interval '60 days'`);
  await database.end();
}

/** A candidate sees when they are heard. */
export async function seeInterview(page: Page) {
  await page.getByRole("link", { name: "My candidacies", exact: true }).first().click();
  await page
    .getByRole("main")
    .getByRole("link", { name: /Force Commander/ })
    .click();
  await expect(page.getByText(/Your interview:/)).toBeVisible();
  await expectAccessible(page);
}
