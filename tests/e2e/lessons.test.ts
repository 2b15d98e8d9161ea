import { expect, type Page, test } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { expectAccessible, expectFitting } from "../support/accessible.ts";
import { ask } from "../support/ask-database.ts";
import { press, visit } from "../support/road/stage.ts";

/** A pair that has met and given nothing on, and a mission's head whom its lesson must not name. */
const aPair = () =>
  ask(`select e."id", b."userId" as mentee, a."userId" as mentor from "Engagement" e
    join "Mentor" m on m."id" = e."mentorId" join "Person" a on a."id" = m."personId"
    join "Person" b on b."id" = e."menteeId"
    where exists (select from "MentoringSession" s where s."engagementId" = e."id" and s."state" = 'held')
    and not exists (select from "Lesson" l where l."authorId" in (a."id", b."id")) order by e."id" limit 1`);

const secretariat = () =>
  ask(`select "userId" from "RoleGrant" g join "User" u on u."id" = g."userId"
       where g."role" = 'secretariat' and u."demo" order by u."name" limit 1`);

async function signInAs(page: Page, user = "", role?: string) {
  await page.request.post(paths.demo(), { form: { user } });
  if (role) await page.request.post(paths.wearRole(), { form: { role } });
}

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectFitting(page);
}

const TEXT =
  "Read the ceasefire text with the people who will have to keep it, line by line, and write down what each takes it to mean.";

test("a leader gives a lesson on, says why what is flagged can stay, and reads it in the library once reviewed", async ({
  page,
  browser,
}) => {
  const { id = "", mentee, mentor } = await aPair();
  await signInAs(page, mentee, "mentee");
  await visit(page, paths.engagement(id));
  await page.getByRole("link", { name: "Give a lesson on" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Give a lesson on" })).toBeVisible();
  await visit(page, paths.newLesson(id));
  await page.getByLabel("Title").fill("Read the text with those who keep it");
  await page.getByLabel("The lesson", { exact: true }).fill(`${TEXT} In MINUSCA we did so in 2021.`);
  await page.getByLabel("Monitoring of a ceasefire").check();
  await page.getByRole("button", { name: "Hand in for review" }).click();
  await expect(page.getByText(/may tell whom the lesson is about: MINUSCA, 2021/).first()).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("Read the text with those who keep it");
  await expectSound(page);
  await page.getByLabel("The lesson", { exact: true }).fill(`${TEXT} We did so in 2021.`);
  await page.getByLabel("A date: 2021").fill("Many missions did so in that year.");
  await press(page, "Hand in for review", "Read the text with those who keep it");
  await expect(page.getByText("It waits for the secretariat to read it.")).toBeVisible();
  await expectSound(page);

  const office = await browser.newPage();
  await signInAs(office, (await secretariat()).userId);
  await visit(office, paths.home());
  await office.getByRole("link", { name: /Review a lesson: Read the text/ }).click();
  await expect(office.getByText("From a leader in post")).toBeVisible();
  await expect(office.getByText("Many missions did so in that year.")).toBeVisible();
  await expectSound(office);
  await office.getByRole("button", { name: "Ask for changes" }).click();
  await expect(office.getByText(/Say what is to be changed/).first()).toBeVisible();
  await office.getByRole("button", { name: "Publish" }).click();
  await expect(office.getByRole("heading", { level: 1, name: "Lessons to review" })).toBeVisible();

  await signInAs(page, mentor, "mentor");
  await visit(page, paths.lessons());
  await page.getByLabel("Words to look for").fill("ceasef keep");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("link", { name: "Read the text with those who keep it" }).click();
  await page.getByRole("button", { name: "This helped me" }).click();
  await expect(page.getByText("You said that this helped you.")).toBeVisible();
  await page.setViewportSize({ width: 380, height: 800 });
  await expectSound(page);
  await visit(office, `${paths.lessonReviews("published")}`);
  const row = office.getByRole("row", { name: /Read the text with those who keep it/ });
  await expect(row.getByRole("cell").last()).toHaveText("1");
});

test("an officer sees what the pool lacks and asks a state for it, which pledges a mentor in answer", async ({
  page,
  browser,
}) => {
  await signInAs(page, (await secretariat()).userId);
  await visit(page, paths.programmeHealth());
  for (const name of ["Pairs", "The year ahead", "What the pool lacks", "The mentors available"])
    await expect(page.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
  await expectSound(page);
  await page.getByRole("link", { name: "Draft a call for pledges" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Draft a call for pledges" })).toBeVisible();
  await visit(page, paths.newPledgeCall());
  await page.getByLabel("Uruguay").check();
  const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Answer by").fill(day);
  await expectSound(page);
  await page.getByRole("button", { name: "Draft the messages" }).click();
  await expect(page.getByLabel("Message to Uruguay")).toBeVisible();
  await page
    .getByLabel("Message to Uruguay")
    .fill("We would be grateful for a mentor who works in Spanish, a woman above all.");
  await expectSound(page);
  await page.getByRole("button", { name: "Send to all states" }).click();
  await expect(page.getByText("No pledge has answered yet.")).toBeVisible();

  const state = await browser.newPage();
  const { userId } = await ask(`select "userId" from "RoleGrant" where "stateCode" = 'UY' limit 1`);
  await signInAs(state, userId, "focalPoint");
  await visit(state, paths.home());
  await state.getByRole("link", { name: "Answer the call for pledges of mentors" }).first().click();
  await expect(state.getByText("a woman above all")).toBeVisible();
  await expectSound(state);
  const answer = await state.getByRole("link", { name: "Pledge a mentor in answer" }).getAttribute("href");
  await visit(state, answer ?? "");
  await expect(state.getByText("This pledge answers the call for pledges.")).toBeVisible();
  await state.getByLabel("Given name").fill("Lucía");
  await state.getByLabel("Family name").fill("Pereira");
  await state.getByLabel("E-mail address").fill(`lucia.${Date.now()}@demo.cadre.example`);
  await state.getByLabel("Woman", { exact: true }).check();
  await state.getByLabel("Nationality").selectOption("Uruguay");
  await state.getByLabel("Kind of post").selectOption({ label: "Force Commander" });
  await state.getByLabel("First year").fill("2008");
  await state.getByLabel("Last year").fill("2011");
  await state.getByLabel("Available from").fill(day);
  await state.getByLabel("Available until").fill(`${Number(day.slice(0, 4)) + 3}${day.slice(4)}`);
  await state.getByLabel("Biography").fill("Commanded a force through a change of mandate.");
  await state.getByRole("button", { name: "Pledge and tell the mentor" }).click();
  await expect(state.getByRole("heading", { level: 1, name: "Lucía Pereira" })).toBeVisible();
  await page.reload();
  await expect(page.getByText("1 pledge", { exact: true })).toBeVisible();
});
