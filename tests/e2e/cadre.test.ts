import { expect, test } from "@playwright/test";
import { Client } from "pg";
import type { Role } from "#app/access/actor.ts";
import { paths } from "#app/paths.ts";
import { expectAccessible, expectFitting, expectNothingCutOff } from "#tests/support/accessible.ts";
import { visit } from "#tests/support/road/stage.ts";

/** One row of the demonstration's database. */
async function row<T>(sql: string): Promise<T> {
  const client = new Client({ connectionString: process.env.E2E_DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    if (!rows[0]) throw new Error(`Nothing for ${sql}`);
    return rows[0];
  } finally {
    await client.end();
  }
}

type Page = Parameters<typeof visit>[0];

async function wear(page: Page, user: string, role: Role) {
  await page.request.post(paths.demo(), { form: { user } });
  await page.request.post(paths.wearRole(), { form: { role } });
}

/** The announced vacancy, and a member who could be invited to it and is not. */
const announced = () =>
  row<{ id: string; membership: string; name: string; user: string }>(
    `select v.id, m.id as membership, p."userId" as user, p."givenName" || ' ' || p."familyName" as name
     from "Vacancy" v join "Post" o on o.id = v."postId" join "Mission" x on x.id = o."missionId"
     join "Readiness" r on r."roleKindCode" = o."roleKindCode" and r."expiresOn" >= current_date
     join "CadreMembership" m on m.id = r."membershipId" and m.state = 'active'
     join "CadreConsent" c on c."membershipId" = m.id and c.purpose = 'vacancies' and c.given
     join "Person" p on p.id = m."personId" and not p.nationalities && x."hostCodes"
     where v.state = 'open' and x.acronym = 'UNFICYP'
     and not exists (select from "VacancyInvitation" i where i."membershipId" = m.id)
     order by r.level, m.id limit 1`,
  );

test("an officer sees who fits, invites, and the member keeps the profile and answers", async ({
  browser,
}) => {
  const { id, membership, name, user } = await announced();
  const officer = await row<{ id: string }>(
    `select "userId" as id from "RoleGrant" where role = 'secretariat' limit 1`,
  );
  const page = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await wear(page, officer.id, "secretariat");
  await visit(page, paths.vacancy(id));
  await page.getByRole("link", { name: "Members who fit" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Members who fit");
  const invite = page.getByRole("button", { name: `Invite to apply: ${name}` });
  await expect(invite).toBeVisible();
  await invite.click();
  await expect(invite).toHaveCount(0);
  const card = page.getByRole("listitem").filter({ has: page.getByRole("link", { name }) });
  await expect(card.getByText("invited, not answered")).toBeVisible();
  const sheet = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as CSV" }).click();
  expect((await sheet).suggestedFilename()).toBe("cadre-fit.csv");
  await expectAccessible(page);

  const own = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await wear(own, user, "candidate");
  await visit(own, paths.home());
  await own
    .getByRole("link", { name: /You are invited to apply/ })
    .first()
    .click();
  await expect(own.getByRole("heading", { level: 1, name: "My cadre membership" })).toBeVisible();
  await own.getByRole("link", { name: "Change my profile" }).click();
  await expectAccessible(own);
  await own.getByLabel("And no later than").fill("2020-01-01");
  await own.getByRole("button", { name: "Save and confirm" }).click();
  await expect(own.getByText("The last day lies before the first.").first()).toBeVisible();
  await own.getByLabel("And no later than").fill("2035-12-31");
  await own.getByLabel("within 60 days").check();
  await own.getByRole("button", { name: "Save and confirm" }).click();
  await expect(own.getByText("within 60 days")).toBeVisible();
  await own.getByRole("button", { name: "Everything is still right" }).click();
  await expect(own.getByText("You confirmed your file on")).toBeVisible();
  await expect(own.getByText("What you agreed to")).toBeVisible();
  await own.setViewportSize({ width: 380, height: 800 });
  for (const table of ["Readiness", "Announced vacancies"])
    await expectNothingCutOff(own.getByRole("group", { name: table }));
  await own.setViewportSize({ width: 1280, height: 900 });
  await own
    .getByRole("button", { name: /^I am interested/ })
    .first()
    .click();
  await expect(own.getByText("seen by the secretariat alone").first()).toBeVisible();
  await own.getByRole("link", { name: "What the programme holds about me" }).click();
  await expect(own.getByRole("rowheader", { name: "Readiness" })).toBeVisible();
  await expectAccessible(own);

  await visit(page, paths.fit(id));
  await expect(card.getByText("invited, interested")).toBeVisible();
  await visit(page, paths.revalidate(membership, "srsg"));
  await page.getByLabel("now", { exact: true }).check();
  await page.getByLabel("Evidence").fill("Assessed anew in the leadership course of this year.");
  await page.getByRole("button", { name: "Enter the finding" }).click();
  await expect(page.getByText("Assessed anew in the leadership course")).toBeVisible();
});

test("an auditor reads the bench, what if a post falls vacant, the succession, and takes a sheet", async ({
  page,
}) => {
  const auditor = await row<{ id: string }>(
    `select "userId" as id from "RoleGrant" where role = 'auditor' limit 1`,
  );
  await wear(page, auditor.id, "auditor");
  await visit(page, paths.bench());
  await expect(page.getByRole("table", { name: "Cover by kind of post" })).toBeVisible();
  await expect(page.getByText("below one: too few").first()).toBeVisible();
  await page.setViewportSize({ width: 380, height: 800 });
  await expectFitting(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as CSV" }).click();
  expect((await download).suggestedFilename()).toBe("bench.csv");
  await page
    .getByRole("link", {
      name: "Special Representative of the Secretary-General and Head of Mission, UNFICYP",
    })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("If it falls vacant tomorrow");
  await expect(page.getByText("Speaks for it").first()).toBeVisible();
  const fitting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as CSV" }).click();
  expect((await fitting).suggestedFilename()).toBe("cadre-fitToPost.csv");
  await page.getByRole("link", { name: "Succession" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Succession in UNFICYP" })).toBeVisible();
  await expectAccessible(page);
});
