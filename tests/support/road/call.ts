import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../accessible.ts";
import { attachDocuments, fillNomination, keepDraft, openListWith } from "./nominee.ts";
import { fullName, type Nominee, type OFFICIALS } from "./people.ts";
import { chooseFromMenu, dayIn, openTask, press, visit } from "./stage.ts";

/** The mission whose leader is sought. */
export const MISSION = "UNMISS";

/** An officer opens an official's account. */
export async function openAccount(page: Page, official: (typeof OFFICIALS)[number]) {
  await chooseFromMenu(page, "Accounts");
  await page.getByRole("link", { name: "Open an account" }).click();
  await page.getByLabel("Name", { exact: true }).fill(official.name);
  await page.getByLabel("E-mail address").fill(official.email);
  await page.getByLabel(official.role, { exact: true }).check();
  if ("state" in official) await page.getByLabel(/^State of a focal point/).selectOption(official.state);
  await press(page, "Open an account", "Accounts");
  await expect(page.getByRole("cell", { name: official.email })).toBeVisible();
}

const WHY = "The peace agreement enters its last year.";

/** An officer states what the mission needs; one criterion is decisive, one is not needed. */
export async function stateNeeds(page: Page) {
  await chooseFromMenu(page, "Missions");
  await page.getByRole("link", { name: MISSION, exact: true }).click();
  await page.getByRole("link", { name: "State the mission’s needs" }).click();
  await page.getByLabel("transition", { exact: true }).check();
  await page
    .getByLabel("Situation in the host country")
    .fill("Two parties prepare elections after a long war.");
  await page.getByLabel("Security situation").fill("Convoys move under escort outside the capital.");
  await page.getByLabel("Tasks of the mandate").fill("Protect civilians\nSupport the peace process");
  const levels = page.getByRole("radiogroup").filter({ has: page.getByLabel("decisive") });
  const reasons = page.getByLabel("Why", { exact: false });
  const criteria = await levels.count();
  for (let place = 0; place < criteria; place += 1) {
    await levels
      .nth(place)
      .getByLabel(place === 0 ? "decisive" : "much", { exact: true })
      .check();
    await reasons.nth(place).fill(WHY);
  }
  await expectAccessible(page);
  await press(page, "State these needs", /South Sudan/);
}

/** An officer enters the post and drafts its vacancy. */
export async function draftVacancy(page: Page) {
  await page.getByRole("link", { name: "Add a post" }).first().click();
  await page.getByLabel("Post", { exact: true }).selectOption({ label: "Force Commander" });
  await page.getByLabel("Level", { exact: true }).selectOption("ASG");
  await page.getByRole("button", { name: "Add a post" }).click();
  await page.getByRole("link", { name: "Draft a vacancy" }).click();
  await page.getByLabel("Names the panel is to put forward").fill("2");
  await expectAccessible(page);
  await press(page, "Save the draft", /Force Commander/);
}

/** An officer drafts a call for the vacancy and publishes it; gives the hash by which its rubric is fixed. */
export async function publishCall(page: Page): Promise<string> {
  await openTask(page, /Draft the call/);
  await expect(page.getByLabel(/Force Commander/)).toBeChecked();
  await page.getByLabel("The call closes at").fill(`${dayIn(30)}T17:00`);
  await page.getByLabel("Decision due by").fill(dayIn(120));
  await expectAccessible(page);
  await press(page, "Save the draft", /Force Commander/);
  await page.getByRole("link", { name: "Publish the call" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Publish the call" })).toBeVisible();
  await expectAccessible(page);
  await press(page, "Publish the call", /Force Commander/);
  return (await page.locator("code").first().innerText()).trim();
}

/** A focal point nominates by a draft on the state's list, in haste: submitted twice, it is one nomination; its id. */
export async function nominate(page: Page, nominee: Nominee): Promise<string> {
  await chooseFromMenu(page, "Our nominations");
  await page.getByRole("link", { name: "Open the list" }).click();
  await page.getByRole("button", { name: "Add a nominee" }).first().click();
  await page.waitForURL(/\/drafts\//);
  await fillNomination(page, nominee, "military");
  await keepDraft(page);
  await attachDocuments(page, "military");
  await expectAccessible(page);
  await openListWith(page, nominee);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Submit the list" }).dblclick();
  const submitted = page
    .getByRole("table", { name: "Submitted" })
    .getByRole("link", { name: fullName(nominee) });
  await expect(submitted).toHaveCount(1);
  await submitted.click();
  await expect(page.getByRole("heading", { level: 1, name: fullName(nominee) })).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** A nominee opens the link that was sent, completes the file and consents. */
export async function consent(page: Page, link: string, nominee: Nominee) {
  await visit(page, link);
  await page.getByLabel("Present post").fill("Chief of Defence Staff");
  await page.getByLabel("Years in senior posts").fill("16");
  await page.getByLabel("Field missions").fill("3");
  await page.getByLabel("Could deploy within (days)").fill("30");
  await page
    .getByLabel("Vision statement")
    .fill("The mission succeeds where people feel safe enough to vote.");
  await page.getByLabel("English").selectOption({ label: "fluent" });
  const post = page.getByRole("group", { name: "Post 1", exact: true });
  await post.getByLabel("Post", { exact: true }).fill("Sector commander");
  await post.getByLabel("Employer").fill("United Nations");
  await post.getByLabel(/^From \(year/).fill("2015");
  await post.getByLabel(/^To \(year/).fill("2018");
  const elements = page.getByRole("radiogroup").filter({ has: page.getByLabel("I attest to it") });
  await expect(elements).toHaveCount(4);
  for (const element of await elements.all()) await element.getByLabel("I attest to it").check();
  for (const words of [
    /^I will say without delay/,
    /^I agree that these statements/,
    /^What I state here is/,
  ])
    await page.getByLabel(words).check();
  await page.getByLabel("Your full name, in place of a signature").fill(fullName(nominee));
  for (const words of [/^I agree to be considered/, /^If I am found suitable/, /^If I am appointed/]) {
    await page.getByLabel(words).check();
  }
  await expectAccessible(page);
  await press(page, "Consent and submit", "Thank you");
}
