import { type APIResponse, expect, type Page, test } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { type Demo, readDemo } from "./demo-samples.ts";

let demo: Demo;
test.beforeAll(async () => {
  demo = await readDemo();
});

async function signInAsOfficer(page: Page) {
  await page.request.post(paths.demo(), { form: { user: demo.accounts.secretariat[0] } });
}

/** The frame of an officer who is signed in: their own menu, and no invitation to sign in. */
async function expectOwnFrame(answer: APIResponse, status: number, title: string) {
  const html = await answer.text();
  expect(answer.status(), title).toBe(status);
  expect(html).toContain(title);
  expect(html).toContain(`href="${paths.duplicates()}"`);
  expect(html).not.toContain(`href="${paths.signIn()}"`);
}

test("what goes wrong is told within the frame of whoever is signed in, failed actions too", async ({
  page,
}) => {
  await signInAsOfficer(page);
  const nothing = "Nothing to show here";
  await expectOwnFrame(await page.request.get("/no/such/address"), 404, nothing);
  await expectOwnFrame(await page.request.get(paths.candidacy("no-such-id")), 404, nothing);
  await expectOwnFrame(await page.request.post(paths.decision("no-such-id"), { form: {} }), 404, nothing);
  const unreadable = "What was sent could not be read";
  const data = '{"no":"form"}';
  const headers = { "content-type": "application/json" };
  await expectOwnFrame(await page.request.post(paths.openAccount(), { data, headers }), 400, unreadable);
  await expectOwnFrame(await page.request.post(paths.record(), { form: {} }), 405, unreadable);
});

test("a visitor's error page invites to sign in", async ({ page }) => {
  const answer = await page.request.get("/no/such/address");
  expect(answer.status()).toBe(404);
  expect(await answer.text()).toContain(`href="${paths.signIn()}"`);
});

test("with JavaScript too, a place that is gone keeps the menu, whose groups open and close", async ({
  page,
}) => {
  await signInAsOfficer(page);
  await page.goto("/no/such/address");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing to show here");
  const menu = page.getByRole("navigation", { name: "Main navigation" });
  const group = menu.getByText("Nominations and vetting", { exact: true });
  const link = menu.getByRole("link", { name: "Duplicates" });
  await group.press("Enter");
  await expect(link).toBeVisible();
  await expect(async () => {
    await link.press("Escape");
    await expect(link).toBeHidden({ timeout: 500 });
  }).toPass();
  await group.click();
  await link.click();
  await expect(page).toHaveURL(paths.duplicates());
  await expect(link).toBeHidden();
});
