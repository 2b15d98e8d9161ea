import { expect, type Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { visit } from "./stage.ts";

/** Another state's nomination is not there: neither to be read nor to be withdrawn. */
export async function reachForNomination(page: Page, nominationId: string) {
  for (const path of [paths.nomination(nominationId), paths.withdrawNomination(nominationId)]) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
  const posted = await page.request.post(paths.withdrawNomination(nominationId), { form: {} });
  expect(posted.status()).toBe(404);
}

/** The link of an invitation that was answered says so, and takes no second answer; an invented one serves for nothing. */
export async function reuseInvitation(page: Page, link: string) {
  await visit(page, link);
  await expect(page.getByText("This link has been used")).toBeVisible();
  await expect(page.getByRole("button", { name: "Consent and submit" })).toHaveCount(0);
  const declined = await page.request.post(`${link}/decline`, { form: {} });
  expect(declined.status()).toBeLessThan(500);
  await visit(page, link);
  await expect(page.getByText("This link has been used")).toBeVisible();
  await visit(page, paths.invitation("x".repeat(43)));
  await expect(page.getByText("This link serves no more")).toBeVisible();
}

/** A sign-in link that was used says so, and signs nobody in. */
export async function reuseSignIn(page: Page, link: string) {
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("This link was used before or has expired")).toBeVisible();
  await page.goto(paths.nominations());
  expect(page.url()).toContain(paths.signIn());
}
