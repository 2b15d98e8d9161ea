import { expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { paths } from "#app/paths.ts";
import { expectAccessible, expectFitting } from "../support/accessible.ts";
import { dayIn, visit } from "../support/road/stage.ts";

/** A compact that nothing is noted on, with its leader, the one they answer to, and another leader. */
async function untouched(): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select c."id", p."userId" as leader, c."supervisorId" as supervisor, (
         select o."userId" from "Appointment" b join "Person" o on o."id" = b."personId"
         where o."userId" is not null and o."id" <> p."id" order by b."id" limit 1) as other
       from "Compact" c join "Appointment" a on a."id" = c."appointmentId" join "Person" p on p."id" = a."personId"
       where not exists (select from "CompactNote" n where n."compactId" = c."id") order by c."id" limit 1`,
    );
    return rows[0] ?? {};
  } finally {
    await client.end();
  }
}

async function signInAs(page: Page, user = "", role = "") {
  await page.request.post(paths.demo(), { form: { user } });
  await page.request.post(paths.wearRole(), { form: { role } });
}

async function note(page: Page, text: string) {
  await page.getByLabel("End of the year").check();
  await page.getByLabel("Held on").fill(dayIn(-1));
  await page.getByLabel("What was said").fill(text);
  await page.getByRole("button", { name: "Keep the note" }).click();
  await expect(page.getByText(text)).toBeVisible();
}

test("a leader and the one they answer to note the year's end and sign; another leader finds nothing", async ({
  page,
}) => {
  const { id = "", leader, supervisor, other } = await untouched();
  await signInAs(page, other, "mentee");
  expect((await page.goto(paths.compact(id)))?.status()).toBe(404);
  await signInAs(page, leader, "mentee");
  await visit(page, paths.compacts());
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page.getByRole("row", { name: /mandatory training/ }).first()).toContainText("not measured");
  await expect(page.getByRole("row", { name: /Women in the leadership/ })).toContainText("50%");
  await page.getByRole("button", { name: "Keep the note" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
  await note(page, "Two posts were filled, and both lists had women on them.");
  await expect(page.getByRole("button", { name: "Sign the compact" })).toHaveCount(0);
  await signInAs(page, supervisor, "decisionMaker");
  await visit(page, paths.compact(id));
  await note(page, "Agreed: the next two calls go to more states.");
  await page.getByRole("button", { name: "Sign the compact" }).click();
  await expect(page.getByText(/signed on/)).toHaveCount(1);
  await signInAs(page, leader, "mentee");
  await visit(page, paths.compact(id));
  await expect(page.getByRole("button", { name: "Keep the note" })).toHaveCount(0);
  await page.getByRole("button", { name: "Sign the compact" }).click();
  await expect(page.getByText(/signed on/)).toHaveCount(2);
  await expect(page.getByText(/As they stood when both had signed/)).toBeVisible();
  await page.setViewportSize({ width: 380, height: 800 });
  await expectAccessible(page);
  await expectFitting(page);
});
