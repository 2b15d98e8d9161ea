import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { expectFitting } from "../support/accessible.ts";
import { ask } from "../support/ask-database.ts";
import { dayIn, visit } from "../support/road/stage.ts";

const ofRole = (role: string, state?: string) =>
  ask(`select "userId" as id from "RoleGrant" g join "User" u on u."id" = g."userId" where u."demo"
       and g."role" = '${role}' ${state ? `and g."stateCode" = '${state}'` : ""} order by u."name" limit 1`);

async function signInAs(page: Page, user = "", role = "") {
  await page.request.post(paths.demo(), { form: { user } });
  await page.request.post(paths.wearRole(), { form: { role } });
}

const CHANGED = "Somebody changed this while you were writing";

test("a state whose pledge was registered meanwhile reads so, and withdraws it the second time", async ({
  page,
  browser,
}) => {
  await signInAs(page, (await ofRole("focalPoint", "JO")).id, "focalPoint");
  const made = await page.request.post(paths.newStatePledge(), {
    form: {
      submissionKey: randomUUID(),
      kind: "genderChampions",
      quantity: "1",
      dueOn: dayIn(60),
      words: "",
    },
  });
  const pledge = new URL(made.url()).pathname;
  await visit(page, pledge);
  const officer = await (await browser.newContext()).newPage();
  await signInAs(officer, (await ofRole("secretariat")).id, "secretariat");
  await visit(officer, pledge);
  await officer.getByRole("button", { name: "Record" }).click();
  await expect(officer.getByRole("row", { name: /^registered/ })).toBeVisible();
  await officer.context().close();
  await page.getByRole("button", { name: "Withdraw the pledge" }).click();
  await expect(page.getByRole("alert")).toContainText(CHANGED);
  await expect(page.getByRole("row", { name: /^registered/ })).toBeVisible();
  await page.getByRole("button", { name: "Withdraw the pledge" }).click();
  await expect(page.getByRole("row", { name: /^withdrawn/ })).toBeVisible();
});

test("a member who kept the profile in another tab keeps what is typed in this one the second time", async ({
  page,
}) => {
  const { id, membership } = await ask(`select p."userId" as id, m."id" as membership from "CadreMembership" m
    join "Person" p on p."id" = m."personId" where m."state" = 'active' and p."userId" is not null
    order by m."id" desc limit 1`);
  await signInAs(page, id, "candidate");
  await visit(page, paths.memberProfile());
  const other = await page.context().newPage();
  await visit(other, paths.memberProfile());
  await other.getByLabel("Years in senior posts").fill("21");
  await other.getByRole("button", { name: "Save and confirm" }).click();
  await expect(other).toHaveURL(paths.myMembership());
  await page.getByLabel("Years in senior posts").fill("22");
  await page.getByRole("button", { name: "Save and confirm" }).click();
  await expect(page.getByRole("alert")).toContainText(CHANGED);
  await expect(page.getByLabel("Years in senior posts")).toHaveValue("22");
  await page.getByRole("button", { name: "Save and confirm" }).click();
  await expect(page).toHaveURL(paths.myMembership());
  // Who has left is not offered the profile, and is told why it rests.
  await page.request.post(paths.changeMembership(), {
    form: { membershipId: membership ?? "", change: "withdraw" },
  });
  await visit(page, paths.myMembership());
  await expect(page.getByText("You have left the cadre", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Change my profile" })).toHaveCount(0);
  await page.goto(paths.memberProfile());
  await expect(page.getByRole("alert")).toContainText("Come back first");
  await page.getByRole("button", { name: "Come back" }).click();
  await expect(page.getByRole("link", { name: "Change my profile" })).toBeVisible();
});

test("whom a leader answers to is named anew by the secretariat, with the reason", async ({ page }) => {
  const compact = await ask(
    `select c."id" from "Compact" c where c."supervisorSignedAt" is null
       and exists (select from "CompactNote" n where n."compactId" = c."id") order by c."id" limit 1`,
  );
  await signInAs(page, (await ofRole("secretariat")).id, "secretariat");
  const name = "Stands Inplace";
  await page.request.post(paths.openAccount(), {
    form: { name, email: "stands.inplace@example.org", role: "decisionMaker" },
  });
  await visit(page, paths.compact(compact.id ?? ""));
  await page.getByRole("link", { name: "Name another in their place" }).click();
  await page.getByRole("button", { name: "Name another in their place" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Answers to").selectOption({ label: name });
  const reason = "They are away until after the end of the year.";
  await page.getByLabel("Why").fill(reason);
  await page.getByRole("button", { name: "Name another in their place" }).click();
  await expect(page.getByText(reason)).toBeVisible();
});

test("the lists of the cadre stand below one another on a phone, and nothing scrolls sideways", async ({
  page,
}) => {
  await signInAs(page, (await ofRole("secretariat")).id, "secretariat");
  await page.setViewportSize({ width: 380, height: 800 });
  for (const path of [paths.cadre(), paths.bench(), paths.succession("MINUSCA"), paths.cadreSettings()]) {
    await visit(page, path);
    await expectFitting(page);
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll("[role=group]:has(table)")]
        .filter((table) => table.scrollWidth > table.clientWidth)
        .map((table) => table.querySelector("caption")?.textContent),
    );
    expect(wide).toEqual([]);
  }
});
