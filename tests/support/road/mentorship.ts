import { expect, type Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { expectAccessible } from "../accessible.ts";
import { MENTOR } from "./people.ts";
import { dayIn, openTask, press, visit } from "./stage.ts";

export const MENTOR_NAME = "Rafael Silva";

/** A focal point pledges a former leader as mentor. */
export async function pledge(page: Page) {
  await page.getByRole("navigation").getByText("Pledges", { exact: true }).first().click();
  await page.getByRole("link", { name: "Mentors", exact: true }).first().click();
  await page.getByRole("link", { name: "Pledge a mentor" }).first().click();
  await page.getByLabel("Given name").fill("Rafael");
  await page.getByLabel("Family name").fill("Silva");
  await page.getByLabel("E-mail address").fill(MENTOR);
  await page.getByLabel("Man", { exact: true }).check();
  await page.getByLabel("Nationality").selectOption("Uruguay");
  await page.getByLabel("Kind of post").selectOption({ label: "Force Commander" });
  await page.getByLabel("First year").fill("2008");
  await page.getByLabel("Last year").fill("2011");
  await page.getByLabel("Available from").fill(dayIn(0));
  await page.getByLabel("Available until").fill(dayIn(900));
  await page.getByLabel("Biography").fill("Commanded a force through a change of mandate.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Pledge and tell the mentor" }).click();
  await expect(page.getByRole("heading", { level: 1, name: MENTOR_NAME })).toBeVisible();
}

/** The mentor confirms the profile. */
export async function confirmProfile(page: Page) {
  await openTask(page, /Confirm your profile/);
  for (const topic of ["Good offices and mediation", "Leading in a crisis", "Transition and drawdown"]) {
    await page.getByLabel(topic).check();
  }
  await page.getByLabel("Peacekeeping operations").first().check();
  await page.getByRole("combobox", { name: "English" }).selectOption({ label: "Fluent" });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Confirm the profile" }).click();
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeVisible();
}

/** The mentor goes through the induction, acknowledges the code of conduct, and opens for pairs. */
export async function beBriefed(page: Page) {
  await visit(page, paths.home());
  await openTask(page, /Complete your induction/);
  const marks = page.getByRole("button", { name: /^Mark as done/ });
  await expect(marks.first()).toBeVisible();
  await expectAccessible(page);
  for (let left = await marks.count(); left > 0; left -= 1) {
    await marks.first().click();
    await expect(marks).toHaveCount(left - 1);
  }
  await page.getByRole("link", { name: "Code of conduct" }).click();
  const accept = page.getByRole("button", { name: "I have read it and will keep to it" });
  await expect(accept).toBeVisible();
  await expectAccessible(page);
  await accept.click();
  await expect(page.getByText(/Code of conduct acknowledged on/)).toBeVisible();
  await visit(page, paths.home());
  await openTask(page, /Open your profile for pairs/);
  await page.getByRole("button", { name: "Be available for pairs" }).click();
  await expect(page.getByRole("button", { name: "Rest", exact: true })).toBeVisible();
}

/** An officer appoints for a term of two years. */
export async function appoint(page: Page) {
  await openTask(page, /Make the appointment/);
  await page.getByLabel("First day").fill(dayIn(20));
  await page.getByLabel("Last day").fill(dayIn(750));
  await expectAccessible(page);
  await page.getByRole("button", { name: "Make the appointment" }).click();
  await expect(page.getByText(/is appointed from/)).toBeVisible();
}

/** Puts on another of the roles that somebody holds. */
export async function wear(page: Page, now: string, role: string) {
  await page.getByText(now, { exact: true }).first().click();
  await page.getByRole("button", { name: role, exact: true }).click();
  await page.waitForURL("/");
}

/** The new leader says what a mentor could help with. */
export async function stateNeed(page: Page) {
  await openTask(page, /Say what a mentor could help you with/);
  await page.getByLabel("Leading in a crisis").check();
  await page.getByLabel("Good offices and mediation").check();
  await page.getByRole("combobox", { name: "English" }).selectOption({ label: "Fluent" });
  await expectAccessible(page);
  await page.getByRole("button", { name: "State my needs" }).click();
  await expect(page.getByText("Your needs are stated")).toBeVisible();
}

/** An officer runs the matching, and publishes its draft. */
export async function match(page: Page) {
  await openTask(page, /waits for a mentor: run the matching/);
  await page.getByRole("button", { name: "Run the matching" }).click();
  // It is solved by a job, and the page asks for it again every few seconds.
  await expect(page.getByText("No other set of pairs is better: the proof was checked")).toBeVisible({
    timeout: 30_000,
  });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Publish as proposals" }).click();
  await expect(page.getByText(/Published as proposals on/)).toBeVisible();
}

/** One of a pair accepts the proposal. */
export async function accept(page: Page) {
  await openTask(page, /Answer the proposed pair/);
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(page.getByText(/You have accepted|Both have accepted/)).toBeVisible();
}

/** One of a pair sets the first session. */
export async function schedule(page: Page) {
  await openTask(page, /Schedule the first session/);
  await page.getByLabel("Day and time").fill(`${dayIn(3)}T15:00`);
  await expectAccessible(page);
  await press(page, "Schedule and invite", "Mentoring session");
  await expect(page.getByRole("link", { name: "Add to calendar" })).toBeVisible();
}

/** One of a pair says that the session was held, and what it was worth. */
export async function hold(page: Page) {
  await openTask(page, /Say whether the session/);
  await page.getByLabel("Yes, it was held").check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await giveFeedback(page);
}

/** What the session was worth to one of the two. */
export async function giveFeedback(page: Page) {
  await page.getByLabel("Very useful").check();
  await expectAccessible(page);
  await press(page, "Give feedback", "Mentoring session");
  await expect(page.getByText("Your feedback")).toBeVisible();
}
