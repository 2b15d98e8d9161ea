import { expect, type Page, test } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { expectAccessible, expectFitting } from "../support/accessible.ts";
import { ask } from "../support/ask-database.ts";

const officer = () =>
  ask(`select g."userId" as id from "RoleGrant" g join "User" u on u."id" = g."userId"
       where g."role" = 'secretariat' and u."demo" order by u."name" limit 1`);
/** Somebody of the pool on the way into it. */
const confirmed = () =>
  ask(`select p."userId" as id from "Mentor" m join "Person" p on p."id" = m."personId"
       where m."state" = 'confirmed' order by m."id" limit 1`);
/** A leader whom a panel judged, and who has no mentor yet. */
const judged = () =>
  ask(`select n."id" as need, p."userId" as id from "MentorshipNeed" n join "Person" p on p."id" = n."personId"
       join "Appointment" a on a."id" = n."appointmentId" join "Finding" f on f."candidacyId" = a."candidacyId"
       where n."state" in ('offered', 'stated') and p."userId" is not null order by n."id" limit 1`);

async function signInAs(page: Page, { id = "" }: Record<string, string>, role: string) {
  await page.request.post(paths.demo(), { form: { user: id } });
  await page.request.post(paths.wearRole(), { form: { role } });
}

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectFitting(page);
}

test.beforeEach(() => test.setTimeout(180_000));

test("an officer looks at other weights, sets a pair by hand, and publishes the draft of a matching", async ({
  page,
}) => {
  await signInAs(page, await officer(), "secretariat");
  await page.goto(paths.matching());
  await expectSound(page);
  await page.getByRole("link", { name: "Weights" }).click();
  await page.getByLabel("Needs covered").fill("90");
  await page.getByRole("button", { name: "Preview the changes" }).click();
  await expect(page.getByText(/pairs? of \d+ would change/)).toBeVisible();
  await expect(page.getByLabel("Needs covered")).toHaveValue("90");
  await expectSound(page);
  await page.getByRole("button", { name: "Save the weights" }).click();
  await expect(page.getByText("Say why in at least ten characters.").first()).toBeVisible();
  await page.getByLabel("Reason").fill("What a mentor knows is what leaders ask for.");
  await page.getByRole("button", { name: "Save the weights" }).click();
  await expect(
    page.getByRole("cell", { name: "What a mentor knows is what leaders ask for." }),
  ).toBeVisible();

  await page.goto(paths.pairOrders());
  await expectSound(page);
  await page.getByLabel("Mentee").selectOption({ index: 1 });
  await page.getByLabel("Mentor", { exact: true }).selectOption({ index: 1 });
  await page.getByLabel("Not to be formed").check();
  await page.getByLabel("Reason").fill("They have worked against each other.");
  await page.getByRole("button", { name: "Set this pair" }).click();
  await expect(page.getByRole("cell", { name: "They have worked against each other." })).toBeVisible();

  await page.goto(paths.matching());
  await page.getByRole("button", { name: "Run the matching" }).click();
  await expect(page.getByText("A draft: nobody but the secretariat sees it")).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText(/would cost the whole|without a mentor|less evenly/).first()).toBeVisible();
  await expectSound(page);
  await page.getByRole("button", { name: "Check the proof again" }).click();
  await expect(page.getByText("No other set of pairs is better: the proof was checked")).toBeVisible();
  await page.getByRole("button", { name: "Publish as proposals" }).click();
  await expect(page.getByText(/Published as proposals on/)).toBeVisible();
  // Pressed once more in another tab: said in words, without scripts too.
  const again = paths.publishRun(new URL(page.url()).pathname.split("/").at(-1) ?? "");
  const answer = await page.request.post(again, { form: {}, maxRedirects: 0 });
  expect([answer.status(), await answer.text()]).toEqual([
    422,
    expect.stringContaining("This cannot be done any more"),
  ]);
  await page.goto(paths.compareRuns());
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Pairs side by side" })).toBeVisible();
  await expectSound(page);
});

test("a mentor who has confirmed is briefed, acknowledges the code, opens for pairs, and is asked for no more", async ({
  page,
}) => {
  await signInAs(page, await confirmed(), "mentor");
  await page.goto(paths.home());
  await page.getByRole("link", { name: "Complete your induction" }).click();
  const marks = page.getByRole("button", { name: /^Mark as done/ });
  await expect(marks.first()).toBeVisible();
  await expectSound(page);
  for (let left = await marks.count(); left > 0; left -= 1) {
    await marks.first().click();
    await expect(marks).toHaveCount(left - 1);
  }
  await page.getByRole("link", { name: "Code of conduct" }).click();
  const accept = page.getByRole("button", { name: "I have read it and will keep to it" });
  await expect(accept).toBeVisible();
  await expectSound(page);
  await accept.click();
  await expect(page.getByText(/Code of conduct acknowledged on/)).toBeVisible();
  await page.goto(paths.mentorProfile());
  await expectSound(page);
  await page.getByRole("button", { name: "Be available for pairs" }).click();
  await expect(page.getByRole("button", { name: "Rest", exact: true })).toBeVisible();
  await page.goto(paths.mentorPosts());
  await page.getByLabel("Post", { exact: true }).fill("Chief of staff");
  await page.getByLabel("Employer").fill("Ministry of Defence");
  await page.getByLabel("First year").fill("2009");
  await page.getByRole("button", { name: "Add a post" }).click();
  await expect(page.getByRole("rowheader", { name: "Chief of staff" })).toBeVisible();
  await expectSound(page);
});

test("a leader lets topics be drawn from what the panel found, and takes it back", async ({ page }) => {
  const { need = "", ...leader } = await judged();
  await signInAs(page, leader, "mentee");
  await page.goto(paths.mentorshipNeed(need));
  await expectSound(page);
  await page.getByRole("button", { name: "I agree: use them for the matching" }).click();
  await expect(page.getByText(/You agreed on/)).toBeVisible();
  await page.getByRole("button", { name: "Take it back and delete them" }).click();
  await expect(page.getByText(/You agreed on/)).toHaveCount(0);
});
