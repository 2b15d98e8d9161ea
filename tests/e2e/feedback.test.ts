import { expect, type Page, test } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { expectAccessible, expectFitting } from "../support/accessible.ts";
import { ask } from "../support/ask-database.ts";

/** Feedback that waits though its letter was sent, with somebody of the panel whom it must not name. */
const waiting = () =>
  ask(`select f."candidacyId" as id, p."userId" as candidate, u."name" as member from "Feedback" f
    join "Candidacy" c on c."id" = f."candidacyId" join "Person" p on p."id" = c."personId"
    join "Letter" l on l."candidacyId" = f."candidacyId" and l."audience" = 'candidate' and l."state" = 'sent'
    join "Panel" n on n."vacancyId" = f."vacancyId" join "PanelMember" m on m."panelId" = n."id"
    join "User" u on u."id" = m."userId"
    where f."state" = 'awaitingReview' and p."userId" is not null order by f."candidacyId", m."id" limit 1`);

/** Released feedback of a member of the cadre who lets its officers see it. */
const shared = () =>
  ask(`select f."candidacyId" as id, p."userId" as candidate, k."id" as membership from "Feedback" f
    join "Candidacy" c on c."id" = f."candidacyId" join "Person" p on p."id" = c."personId"
    join "CadreMembership" k on k."personId" = p."id"
    where f."sharedWithCadre" and p."userId" is not null order by f."candidacyId" limit 1`);

const secretariat = () =>
  ask(`select "userId" from "RoleGrant" g join "User" u on u."id" = g."userId"
       where g."role" = 'secretariat' and u."demo" order by u."name" limit 1`);

const signInAs = (page: Page, userId = "") => page.request.post(paths.demo(), { form: { user: userId } });

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectFitting(page);
}

test("an officer reviews feedback and releases it; its candidate finds it at home and reads it", async ({
  page,
}) => {
  const { id = "", candidate, member } = await waiting();
  await signInAs(page, (await secretariat()).userId);
  await page.goto(paths.home());
  await page.getByRole("link", { name: /Review the feedback/ }).click();
  await expect(page.getByRole("button", { name: "Release to the candidate" })).toBeVisible();
  await page.goto(paths.feedback(id));
  await expectSound(page);
  await page.getByLabel("Development advice").fill(`Do as ${member} said, and read.`);
  await page.getByRole("button", { name: "Release to the candidate" }).click();
  await expect(page.getByText(new RegExp(`The feedback names .*${member}`)).first()).toBeVisible();
  await expect(page.getByLabel("Development advice")).toHaveValue(`Do as ${member} said, and read.`);
  await expectSound(page);
  await page.getByLabel("Development advice").fill("Ask for a year in a mission's planning cell.");
  await page.getByRole("button", { name: "Release to the candidate" }).click();
  await expect(page.getByText(/Released on/)).toBeVisible();
  await expectSound(page);
  await signInAs(page, candidate);
  await page.goto(paths.home());
  await page
    .getByRole("link", { name: /Read your feedback/ })
    .first()
    .click();
  await page.goto(paths.myCase(id));
  await page.getByRole("link", { name: "Read your feedback" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your feedback" })).toBeVisible();
  await expect(page.getByText("Ask for a year in a mission's planning cell.")).toBeVisible();
  await page.setViewportSize({ width: 380, height: 800 });
  await expectSound(page);
  await page.getByRole("button", { name: "No, keep it to myself" }).click();
  await expect(page.getByText(/the cadre’s officers do not see it/)).toBeVisible();
});

test("a member of the cadre takes back that its officers see what to develop, and gives it again", async ({
  browser,
}) => {
  const { id = "", candidate, membership = "" } = await shared();
  const [own, office] = [await browser.newPage(), await browser.newPage()];
  await signInAs(own, candidate);
  await signInAs(office, (await secretariat()).userId);
  const section = office.getByRole("heading", { name: "To develop" });
  await office.goto(paths.member(membership));
  await expect(section).toBeVisible();
  await expectSound(office);
  await own.goto(paths.myFeedback(id));
  await own.getByRole("button", { name: "Take my consent back" }).click();
  await expect(own.getByText(/the cadre’s officers do not see it/)).toBeVisible();
  await office.reload();
  await expect(section).toHaveCount(0);
  await own.getByRole("button", { name: "Yes, the cadre’s officers may see it" }).click();
  await expect(own.getByRole("button", { name: "Take my consent back" })).toBeVisible();
  await office.reload();
  await expect(section).toBeVisible();
});
