import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { Client } from "pg";
import { paths } from "#app/paths.ts";
import { expectAccessible, expectFitting } from "#tests/support/accessible.ts";
import { visit } from "#tests/support/road/stage.ts";

/** Answers a question to the database of the app under test. */
async function row(sql: string): Promise<Record<string, string>> {
  const client = new Client({ connectionString: process.env.E2E_DATABASE_URL });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0] ?? {};
  } finally {
    await client.end();
  }
}

test("an officer searches the cadre, takes what is found as a sheet, and keeps the search", async ({
  page,
}) => {
  const officer = await row(
    `select "userId" as id from "RoleGrant" g join "User" u on u."id" = g."userId"
     where g."role" = 'secretariat' and u."demo" order by u."name" limit 1`,
  );
  const member = await row(
    `select p."familyName" as name from "CadreMembership" m join "Person" p on p."id" = m."personId"
     where m."state" = 'active' and p."gender" = 'woman' order by m."id" limit 1`,
  );
  const name = member.name ?? "";
  await page.request.post(paths.demo(), { form: { user: officer.id ?? "" } });
  await page.request.post(paths.wearRole(), { form: { role: "secretariat" } });
  await visit(page, paths.cadre());
  const whole = await page.getByRole("row").count();
  await page.getByLabel("Words").fill(name.slice(0, -1).toUpperCase());
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page).toHaveURL(/q=/);
  await expect(page.getByRole("row", { name }).first()).toBeVisible();
  await expect.poll(() => page.getByRole("row").count()).toBeLessThan(whole);
  await expectAccessible(page);
  await expectFitting(page);

  await visit(page, paths.cadre({ q: name }));
  const women = page.getByLabel("Gender").locator("option[value=woman]");
  const promised = Number(/\((\d+)\)/.exec((await women.textContent()) ?? "")?.[1]);
  expect(promised).toBeGreaterThan(0);
  await visit(page, paths.cadre({ q: name, gender: "woman" }));
  await expect(page.getByRole("row")).toHaveCount(promised + 1);
  const [sheet] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export as CSV" }).click(),
  ]);
  expect(
    readFileSync(await sheet.path(), "utf8")
      .trim()
      .split("\r\n"),
  ).toHaveLength(promised + 1);

  await page.getByRole("link", { name: "Kept searches" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Searches you keep");
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  const save = page.locator("form#save");
  await save.getByLabel("Name of the search").fill("The browser’s own");
  await save.getByRole("button", { name: "Keep" }).click();
  const kept = page
    .getByRole("region", { name: "The browser’s own" })
    .or(page.locator("section").filter({ hasText: "The browser’s own" }));
  await expect(kept.first()).toContainText("nobody new");
  await expectAccessible(page);
  await expectFitting(page);
  await kept.first().getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("The browser’s own")).toHaveCount(0);
});
