import { expect, type Page, test } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { expectAccessible, expectFitting } from "../support/accessible.ts";
import { ask } from "../support/ask-database.ts";
import { dayIn, visit } from "../support/road/stage.ts";

const secretariat = () =>
  ask(`select "userId" as id from "RoleGrant" g join "User" u on u."id" = g."userId"
       where g."role" = 'secretariat' and u."demo" order by u."name" limit 1`);
const focalPoint = (state: string) =>
  ask(
    `select "userId" as id from "RoleGrant" where "role" = 'focalPoint' and "stateCode" = '${state}' limit 1`,
  );
const member = () =>
  ask(`select p."userId" as id, m."id" as membership from "DevelopmentItem" d
       join "CadreMembership" m on m."id" = d."membershipId" join "Person" p on p."id" = m."personId"
       where m."state" = 'active' order by d."id" limit 1`);

async function signInAs(page: Page, user = "", role = "") {
  await page.request.post(paths.demo(), { form: { user } });
  await page.request.post(paths.wearRole(), { form: { role } });
}

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectFitting(page);
}

async function nominate(page: Page, course: string, gender: string, familyName: string) {
  await visit(page, paths.courses());
  await page.getByRole("link", { name: course }).first().click();
  await page.getByRole("link", { name: "Nominate somebody" }).click();
  await page.getByLabel("Given name").fill("Ama");
  await page.getByLabel("Family name").fill(familyName);
  await page.getByLabel("E-mail address").fill(`${familyName.toLowerCase()}@example.org`);
  await page.getByLabel(gender, { exact: true }).check();
  await page.getByLabel("Why this person").fill("Is to lead a component of a mission within two years.");
  await page.getByRole("button", { name: "Nominate" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Ama ${familyName}` })).toBeVisible();
}

test("an officer enters a course, a state fills its seat, and a seat given back goes to who waits", async ({
  page,
}) => {
  const [officer, ghana] = [await secretariat(), await focalPoint("GH")];
  const course = "Course of the browser test";
  await signInAs(page, officer.id, "secretariat");
  await visit(page, paths.newCourse());
  await page.getByRole("button", { name: "Save the course" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectSound(page);
  await page.getByLabel("Course", { exact: true }).fill(course);
  await page.getByLabel("For", { exact: true }).selectOption("heads");
  await page.getByLabel("Host", { exact: true }).fill("Example Centre");
  await page.getByLabel("Place").fill("Accra");
  await page.getByLabel("First day").fill(dayIn(90));
  await page.getByLabel("Last day", { exact: true }).fill(dayIn(99));
  await page.getByLabel("Last day of nominations").fill(dayIn(60));
  await page.getByLabel("Number of seats").fill("1");
  await page.getByLabel("Seats kept for women, in percent").fill("0");
  await page.getByRole("button", { name: "Save the course" }).click();
  await expect(page.getByRole("heading", { level: 1, name: course })).toBeVisible();
  await expectSound(page);
  await signInAs(page, ghana.id, "focalPoint");
  await nominate(page, course, "woman", "Firstling");
  await expect(page.getByText("has a seat")).toBeVisible();
  await nominate(page, course, "man", "Secondling");
  await expect(page.getByText("waits for a seat")).toBeVisible();
  await page.getByRole("link", { name: course }).click();
  await page.getByRole("link", { name: "Ama Firstling" }).click();
  await page.getByRole("button", { name: "Withdraw from the course" }).click();
  await expect(page.getByText("withdrawn")).toBeVisible();
  await page.getByRole("link", { name: course }).click();
  await expect(page.getByRole("row", { name: /Secondling/ })).toContainText("has a seat");
  await page.setViewportSize({ width: 380, height: 800 });
  await expectSound(page);
});

test("a member keeps their plan, and the officer sees what was done", async ({ page }) => {
  const [{ id, membership = "" }, officer] = [await member(), await secretariat()];
  const aim = "Deputise for a head of office for a month";
  await signInAs(page, id, "candidate");
  await visit(page, paths.myDevelopment());
  await page.getByLabel("Kind").selectOption("deputising");
  await page.getByLabel("What it is to bring").fill(aim);
  await page.getByLabel("By", { exact: true }).fill(dayIn(90));
  await page.getByRole("button", { name: "Add" }).click();
  await page.getByRole("link", { name: aim }).click();
  await page.getByLabel("Standing").selectOption("done");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectSound(page);
  await page.getByLabel("What shows it").fill("Report of the head of office, on file.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("row", { name: new RegExp(aim) })).toContainText("done");
  await signInAs(page, officer.id, "secretariat");
  await visit(page, paths.development(membership));
  await expect(page.getByRole("row", { name: new RegExp(aim) })).toContainText(
    "Report of the head of office",
  );
  await page.setViewportSize({ width: 380, height: 800 });
  await expectSound(page);
});

test("a state pledges, the secretariat registers it, and then the public reads it", async ({
  page,
  browser,
}) => {
  const [ghana, officer] = [await focalPoint("BD"), await secretariat()];
  const words = "Three ambassadors, named by the ministry.";
  await signInAs(page, ghana.id, "focalPoint");
  await visit(page, paths.statePledges());
  await page.getByRole("link", { name: "Make a pledge" }).click();
  await page.getByLabel("What", { exact: true }).selectOption("genderChampions");
  await page.getByLabel("How many").fill("3");
  await page.getByLabel("Due").fill(dayIn(20));
  await page.getByLabel("In your words").fill(words);
  await page.getByRole("button", { name: "Pledge", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "3 gender champions" })).toBeVisible();
  await expectSound(page);
  const address = page.url();
  const anybody = await browser.newPage({ javaScriptEnabled: false });
  expect((await anybody.goto(address))?.status()).toBe(404);
  await visit(page, paths.home());
  await expect(
    page.getByRole("link", { name: "Deliver what was pledged: 3 gender champions" }),
  ).toBeVisible();
  await signInAs(page, officer.id, "secretariat");
  await visit(page, address);
  await page.getByRole("button", { name: "Record" }).click();
  await expect(page.getByText("registered").first()).toBeVisible();
  await page.getByLabel("verified").check();
  await page.getByRole("button", { name: "Record" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectSound(page);
  const answer = await anybody.goto(paths.statePledges({ state: "BD" }));
  expect(answer?.headers()["cache-control"]).toContain("public");
  await anybody.getByRole("link", { name: "3 gender champions" }).click();
  await expect(anybody.getByText(words)).toBeVisible();
  await anybody.close();
  await page.goto(paths.state("BD"));
  await expect(page.getByRole("table", { name: "Promised and delivered" })).toContainText("Gender champions");
  await expectSound(page);
});
