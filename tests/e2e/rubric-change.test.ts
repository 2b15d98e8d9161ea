import { expect, test } from "@playwright/test";
import { Client } from "pg";
import { paths } from "#app/paths.ts";
import { expectAccessible, expectFitting } from "../support/accessible.ts";

/** One row of the demonstration's database. */
async function row<T>(sql: string, values: readonly string[] = []): Promise<T> {
  const client = new Client({ connectionString: process.env.E2E_DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query(sql, [...values]);
    if (!rows[0]) throw new Error(`Nothing for ${sql}`);
    return rows[0];
  } finally {
    await client.end();
  }
}

test("an officer changes a published rubric with a reason; both versions stay in sight", async ({
  browser,
}) => {
  const { id, rubric, hash, call } = await row<{ id: string; rubric: string; hash: string; call: string }>(
    `select v.id, r.id as rubric, r.hash, c.reference as call from "Vacancy" v
     join "Rubric" r on r."vacancyId" = v.id join "Call" c on c.id = v."callId"
     where v.state in ('open', 'screening') and c."targetedStateCodes" = '{}' order by v.state, v.reference`,
  );
  const context = await browser.newContext();
  const page = await context.newPage();
  const officer = await row<{ id: string }>(`select id from "User" where name = 'Ines Example'`);
  await page.request.post(paths.demo(), { form: { user: officer.id } });
  await page.request.post(paths.wearRole(), { form: { role: "secretariat" } });
  await page.goto(paths.vacancy(id));
  await page.getByRole("link", { name: "Change after publication" }).click();
  await expect(page).toHaveURL(new RegExp(`${paths.rubricChange(rubric)}$`));
  await page.getByRole("button", { name: "Draft another version" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Change the rubric");
  const status = page.getByRole("status");
  await expect(status).toContainText("weights add up to 100%");
  const merit = page.getByLabel("Merit");
  const competence = page.getByLabel("Competence", { exact: true });
  await merit.fill(String(Number(await merit.inputValue()) + 5));
  await competence.fill(String(Number(await competence.inputValue()) - 5));
  await expect(status).toContainText("weights add up to 100%");
  await page.getByRole("button", { name: "Save the rubric" }).click();
  await expect(page.getByRole("heading", { name: "Publish the new version" })).toBeVisible();
  await expectAccessible(page);
  await expectFitting(page);
  const publish = page.getByRole("button", { name: "Publish the new version" });
  const reason = page.getByLabel("Why the rubric is changed");
  await reason.fill("Too short");
  await publish.click();
  await expect(reason).toHaveAttribute("aria-invalid", "true");
  await expect(reason).toHaveValue("Too short");
  await reason.fill("The mandate was renewed with other tasks, so merit counts for more.");
  const dueOn = page.getByLabel("New sheets are due on");
  if ((await dueOn.count()) > 0) await dueOn.fill("2099-12-31");
  await publish.click();
  await expect(page).toHaveURL(new RegExp(`${paths.vacancy(id)}#rubric$`));
  const now = await row<{ hash: string }>(`select hash from "Rubric" where "vacancyId" = $1`, [id]);
  expect(now.hash).not.toBe(hash);
  await expect(page.getByText(now.hash)).toBeVisible();
  await page.getByRole("link", { name: "Change after publication" }).click();
  await expect(page.getByRole("heading", { name: "Earlier changes" })).toBeVisible();
  await expectAccessible(page);

  const reader = await (await browser.newContext()).newPage();
  await reader.goto(paths.call(call));
  await expect(reader.getByText(now.hash).first()).toBeVisible();
  await expect(reader.getByText("The mandate was renewed with other tasks").first()).toBeVisible();
  const earlier = reader.getByRole("link", { name: hash }).first();
  const text = await reader.request.get((await earlier.getAttribute("href")) ?? "");
  expect(text.ok()).toBe(true);
  await expectAccessible(reader);
});
