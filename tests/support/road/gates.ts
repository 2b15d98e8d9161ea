import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../accessible.ts";
import { fullName, NOMINEES, type Nominee, OFFICIALS } from "./people.ts";
import { chooseFromMenu, dayIn, openTask, press } from "./stage.ts";

/** An officer closes the call before its hour. */
export async function closeCall(page: Page) {
  await chooseFromMenu(page, "Vacancies");
  await page.getByRole("link", { name: /forceCommander/ }).click();
  await page.getByRole("note").getByRole("link", { name: "Call", exact: true }).click();
  await page.getByRole("link", { name: "Close the call" }).click();
  await page.getByLabel(/^Why before its hour/).fill("Every state that was asked has answered.");
  await press(page, "Close the call", /Force Commander/);
}

/** An officer screens every candidacy in, one after the other; what the file suggests stands chosen. */
export async function screenEverybody(page: Page) {
  await openTask(page, /for your screening/);
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
    await page.getByRole("button", { name: "Submit my finding" }).click();
    await expect(heading).not.toHaveText(name);
  }
}

/** A vetting officer records each of the first gates as passed, the references once two referees have answered. */
export async function clear(page: Page, nominee: Nominee, answer: (email: string) => Promise<void>) {
  for (let gate = 0; gate < 4; gate += 1) await recordGate(page, nominee, answer, gate === 0);
}

/** The next gate that waits for a candidate is recorded as passed: the host State's once the panel has recommended. */
export async function recordGate(
  page: Page,
  nominee: Nominee,
  answer: (email: string) => Promise<void> = async () => {},
  checked = false,
) {
  const heading = page.getByRole("heading", { level: 1 });
  await chooseFromMenu(page, "Clearances");
  await expect(heading).toHaveText("Clearances");
  const row = page.getByRole("row").filter({ hasText: nominee.familyName });
  await row.getByRole("link").first().click();
  await expect(heading).toContainText(nominee.familyName);
  const here = page.url();
  if ((await heading.innerText()).startsWith("References")) {
    for (const email of ["first.referee@example.org", "second.referee@example.org"]) {
      await askReferee(page, email);
      await answer(email);
      await page.goto(here);
    }
  }
  await page.getByLabel("clear", { exact: true }).check();
  await page.getByLabel("Valid until").fill(dayIn(700));
  if (checked) await expectAccessible(page);
  await page.getByRole("button", { name: "Record the outcome" }).click();
  await expect(heading).toHaveText("Clearances");
}

async function askReferee(page: Page, email: string) {
  await page.getByRole("link", { name: "References", exact: true }).click();
  await page.getByRole("link", { name: "Ask a referee" }).click();
  await page.getByLabel("Name of the referee").fill("A Referee");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("How the referee knows the candidate").fill("Superior in an earlier post");
  await page.getByRole("button", { name: "Ask a referee" }).click();
  await expect(page.getByText(email)).toBeVisible();
}

/** A referee answers by the link that was sent. */
export async function giveReference(page: Page, link: string) {
  await page.goto(link);
  await page.locator("input[name=capacity][value=superior]").check();
  await page.getByLabel("From (year)").fill("2012");
  await page.getByLabel("To (year)").fill("2016");
  for (const item of ["leads", "integrity", "respect", "pressure", "consults"])
    await page.locator(`input[name=${item}][value=consistently]`).check();
  await page.locator("input[name=again][value=yes]").check();
  await page.getByLabel("These are my own answers").check();
  await page.getByRole("button", { name: "Send the reference" }).click();
  await expect(page.getByText("your reference has arrived")).toBeVisible();
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
    await seat.getByLabel("Level, or its equivalent").selectOption("USG");
    await seat.getByLabel("Expert in").selectOption(place === 0 ? "Military affairs" : "Political affairs");
  }
  await page.getByRole("group", { name: "Member 1", exact: true }).getByLabel("chair").check();
  await page.getByLabel("Sheets due by").fill(dayIn(40));
  await page.getByLabel("Interview the candidates").check();
  await page
    .getByLabel("Why no sample case is scored")
    .fill("The same members calibrated on a case a month ago.");
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
