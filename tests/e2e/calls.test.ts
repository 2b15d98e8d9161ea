import { expect, type Page, test } from "@playwright/test";
import type { Role } from "#app/access/actor.ts";
import { paths } from "#app/paths.ts";
import { localTimeOf } from "#app/platform/local-time.ts";
import { expectAccessible } from "../support/accessible.ts";

const ZONE = "America/New_York";
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

async function signInAs(page: Page, role: Role) {
  await page.goto("/demo");
  await page.locator(`#${role}`).getByRole("button").first().click();
  await page.waitForURL("/");
  await page.request.post(paths.wearRole(), { form: { role } });
}

test("a call for the cadre is drafted for certain states, published and extended, and nobody else finds it", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, "secretariat");
  await page.goto(paths.newCall({ kind: "global" }));
  await page.locator("#call-titleEn").fill("Call for police advisers");
  await page.locator("#call-descriptionEn").fill("Whoever is found suitable joins the cadre.");
  await page
    .getByRole("checkbox", { name: "Special Representative of the Secretary-General and Head of Mission" })
    .check();
  await page.getByRole("radio", { name: "the states chosen below" }).check();
  await page.locator("#call-states").selectOption(["NP"]);
  await page.getByRole("radio", { name: "Own numbers" }).check();
  await page.locator("#call-closesAt").fill("2027-03-14T02:30");
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByRole("alert")).toContainText("Clocks there never show this time");
  await expect(page.locator("#call-descriptionEn")).toHaveValue("Whoever is found suitable joins the cadre.");
  await expectAccessible(page);
  await page.locator("#call-most").fill("3");
  await page.locator("#call-closesAt").fill(localTimeOf(inDays(20), ZONE));
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.waitForURL(/\/calls\/\d{4}-global-\d+$/);
  const address = new URL(page.url()).pathname;
  await expect(page.getByRole("note").first()).toContainText("A draft");
  expect((await browser.newContext().then((other) => other.request.get(page.url()))).status()).toBe(404);

  await page.getByRole("link", { name: "Publish the call" }).click();
  await page.getByRole("button", { name: "Publish the call" }).click();
  await page.waitForURL(address);
  await expect(page.getByRole("note").first()).toContainText(/19 days and 2\d hours left/);
  await expect(page.getByText("Up to 3 nominees of a state.")).toBeVisible();
  await expect(page.getByText("Nepal")).toBeVisible();

  await page.getByRole("link", { name: "Extend the call" }).click();
  await page.locator("#extend-closesAt").fill(localTimeOf(inDays(30), ZONE));
  await page.locator("#extend-textFr").fill("Dix jours de plus pour tous.");
  await page.getByRole("button", { name: "Extend the call" }).click();
  await page.waitForURL(address);
  const notice = page.getByRole("listitem").filter({ hasText: "Extension" });
  await expect(notice.locator("[lang=fr]")).toHaveText("Dix jours de plus pour tous.");
  await expectAccessible(page);

  const note = await page.request.get(`${address}/note.pdf?lang=fr`);
  expect(note.headers()["content-type"]).toBe("application/pdf");
  expect((await note.body()).toString("latin1")).toContain("/Lang (fr)");

  const outside = await browser.newContext();
  const reader = await outside.newPage();
  await reader.goto(address);
  await expect(reader.getByText("This call is addressed to certain Member States")).toBeVisible();
  await expect(reader.getByText("Whoever is found suitable joins the cadre.")).toHaveCount(0);
  expect((await reader.request.get(`${address}/note.pdf`)).status()).toBe(404);
  await signInAs(reader, "focalPoint");
  expect((await reader.request.get(address)).status()).toBe(404);
  for (const act of ["edit", "publish", "extend", "amend", "close"]) {
    expect((await reader.request.get(`${address}/${act}`)).status(), act).toBe(404);
  }
  await outside.close();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a call says in plain text how long it is open, in both zones, and its draft form works", async ({
    page,
  }) => {
    await signInAs(page, "secretariat");
    await page.goto(paths.calls());
    await page.getByRole("link", { name: "Global call for heads and deputy heads of mission" }).click();
    const status = page.getByRole("note").first();
    await expect(status).toContainText(/Open for nominations until .* Eastern Time/);
    await expect(status).toContainText(/\d+ days and \d+ hours? left/);
    await expect(status).toContainText(/In your time zone: .* UTC/);
    await page.getByRole("link", { name: "Extend the call" }).click();
    await page.locator("#extend-closesAt").fill(localTimeOf(inDays(1), ZONE));
    await page.locator("#extend-textEn").fill("A slip: it closes tomorrow.");
    await page.getByRole("button", { name: "Extend the call" }).click();
    await expect(page.getByRole("alert")).toContainText("An extension closes the call later");
    await expect(page.locator("#extend-textEn")).toHaveValue("A slip: it closes tomorrow.");
  });

  test("a mission's statements of needs lead from one to the next, with what changed", async ({ page }) => {
    await signInAs(page, "auditor");
    await page.goto(paths.mission("UNMIK"));
    await page.getByRole("link", { name: "version 1" }).click();
    await expect(page.getByText("A newer statement has been made since.")).toBeVisible();
    await page.getByRole("link", { name: "See the latest" }).click();
    await expect(page.getByRole("heading", { name: "Against version 1" })).toBeVisible();
  });
});
