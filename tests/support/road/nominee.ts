import { expect, type Page } from "@playwright/test";
import { aPdf } from "../some-files.ts";
import { fullName, type Nominee } from "./people.ts";

/** What a call for a post of these services asks a state to attach. */
export const DOCUMENTS = {
  civilian: ["Curriculum vitae"],
  military: ["Personal History Profile (P.11), signed", "National certificate of employment and education"],
} as const;

/** In which service somebody is nominated; an officer of the armed forces leads a force. */
export type NominatedAs = keyof typeof DOCUMENTS;

/** Fills in the whole file of a nominee on a state's list: who they are, what they have done, and what the state says. */
export async function fillNomination(page: Page, nominee: Nominee, service: NominatedAs) {
  await page.getByLabel("Given name").fill(nominee.givenName);
  await page.getByLabel("Family name").fill(nominee.familyName);
  await page.getByLabel("E-mail address").fill(nominee.email);
  await page.getByLabel("Date of birth").fill("1968-04-21");
  await page.getByLabel(nominee.gender, { exact: true }).check();
  await page.getByLabel("Nationality", { exact: true }).selectOption(nominee.nationality);
  await page.getByLabel("Service", { exact: true }).selectOption(service);
  await page.getByLabel("Rank or grade").fill(service === "military" ? "Major General" : "Ambassador");
  await page.getByLabel("Present post").fill("Deputy Chief of Defence Staff");
  await page.getByLabel("Years in senior posts").fill("16");
  await page.getByLabel("English", { exact: true }).selectOption({ label: "fluent" });
  const post = page.getByRole("group", { name: "Post 1", exact: true });
  await post.getByLabel("Post", { exact: true }).fill("Sector commander");
  await post.getByLabel("Employer").fill("United Nations");
  await post.getByLabel(/^From \(year/).fill("2015");
  await post.getByLabel(/^To \(year/).fill("2018");
  const studies = page.getByRole("group", { name: "Studies 1", exact: true });
  await studies.getByLabel("Degree").fill("MA War Studies");
  await studies.getByLabel("Institution").fill("Staff college");
  await page
    .getByLabel("Vision statement")
    .fill("The mission succeeds where people feel safe enough to vote.");
  await page
    .getByLabel("Why your state puts this person forward")
    .fill(
      "Led a brigade through a ceasefire and its verification, and built the trust of both parties over years.",
    );
  for (const words of [/has not been convicted/, /taken part in a violation/, /of such conduct is pending/])
    await page.getByLabel(words).check();
}

/** Keeps the draft by its button, and waits until it is kept. */
export async function keepDraft(page: Page) {
  await page.getByRole("button", { name: "Save draft" }).first().click();
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
}

/** Attaches what the call asks for; each document is sent by itself. */
export async function attachDocuments(page: Page, service: NominatedAs) {
  for (const label of DOCUMENTS[service]) {
    const form = page.locator("form").filter({ has: page.getByLabel(label) });
    const name = `${label.split(" ")[0]}.pdf`;
    const buffer = Buffer.from(aPdf({ objects: [`(${label})`] }));
    await form.getByLabel(label).setInputFiles({ name, mimeType: "application/pdf", buffer });
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByRole("link", { name })).toBeVisible();
  }
}

/** Opens the state's list from a draft, in which nothing is missing for this nominee. */
export async function openListWith(page: Page, nominee: Nominee) {
  await page.getByRole("link", { name: "The state’s list" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The state’s list" })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: fullName(nominee) })).toContainText("complete");
}
