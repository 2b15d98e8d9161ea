import { expect, type Page, test } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { expectAccessible, expectFitting } from "../support/accessible.ts";
import { ask } from "../support/ask-database.ts";

const PAIR = `select e."id", a."userId" as mentor, b."userId" as mentee from "Engagement" e
  join "Mentor" m on m."id" = e."mentorId" join "Person" a on a."id" = m."personId"
  join "Person" b on b."id" = e."menteeId"`;

/** The pair of the demonstration whose agreement waits for the mentor's signature. */
const waiting = () =>
  ask(`${PAIR} join "PairAgreement" g on g."engagementId" = e."id" and g."state" = 'proposed'
    and g."mentorSignedAt" is null and g."menteeSignedAt" is not null order by e."id" limit 1`);

/** A pair at work that has signed and whose last day is nobody's question yet. */
const atWork = () =>
  ask(`${PAIR} where e."state" = 'active'
    and exists (select from "PairAgreement" g where g."engagementId" = e."id" and g."state" = 'signed')
    and not exists (select from "PairExtension" x where x."engagementId" = e."id")
    and not exists (select from "Concern" c where c."engagementId" = e."id") order by e."id" desc limit 1`);

const officers = () =>
  ask(`select (select "userId" from "ConcernContact" where "kind" = 'programme') as officer,
    (select "userId" from "ConcernContact" where "kind" = 'conduct') as conduct`);

/** Enters the demonstration as somebody, and their page once its scripts run. */
async function enter(page: Page, userId = "", role: string, path: string) {
  await page.request.post(paths.demo(), { form: { user: userId } });
  await page.request.post(paths.wearRole(), { form: { role } });
  await page.goto(path, { waitUntil: "networkidle" });
}

/** Two may sign at once: a signature that lost is tried again, and on a busy machine that takes a while. */
const SIGNING_MS = 20_000;

test.setTimeout(180_000);

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectFitting(page);
}

/** Says of every goal on the page how near it is. */
async function rateAll(page: Page, mark: string) {
  for (const group of await page.getByRole("radiogroup").all()) await group.getByLabel(mark).check();
}

test("a pair agrees: a change voids the first signature, both sign, and the secretariat sees only that they did", async ({
  page,
}) => {
  const { id = "", mentor, mentee } = await waiting();
  await enter(page, mentor, "mentor", paths.home());
  await page.getByRole("link", { name: /Read and sign the agreement/ }).click();
  await expect(page.getByRole("heading", { name: "Version 1, proposed" })).toBeVisible();
  await expectSound(page);
  await page.getByRole("link", { name: "Change the text" }).click();
  await expect(page.getByText("A signature has been given to this text")).toBeVisible();
  await expectSound(page);
  await page.getByLabel("Goal 1").fill("");
  await page.getByRole("button", { name: "Propose this text" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: /Goal 1/ })).toBeVisible();
  await page.getByLabel("Goal 1").fill("Speak with one voice to the host government.");
  await page.getByLabel("Topics off limits").fill("My succession.");
  await page.getByRole("button", { name: "Propose this text" }).click();
  await expect(page.getByText(/A change of .* took away the signature/)).toBeVisible();
  await rateAll(page, "First steps");
  await page.getByRole("button", { name: "Sign" }).click();
  await expect(page.getByText("You have signed version 1; it waits for the other.")).toBeVisible({
    timeout: SIGNING_MS,
  });
  await enter(page, mentee, "mentee", paths.agreement(id));
  await expect(page.getByText("Speak with one voice to the host government.").first()).toBeVisible();
  await page.getByRole("button", { name: "Sign" }).click();
  await expect(page.getByText("Say where you stand with this goal.").first()).toBeVisible();
  await rateAll(page, "Half way");
  await page.getByRole("button", { name: "Sign" }).click();
  await expect(page.getByRole("heading", { name: "Version 1, in force" })).toBeVisible({
    timeout: SIGNING_MS,
  });
  await page.goto(paths.engagement(id));
  await expect(page.getByRole("row", { name: /Speak with one voice/ })).toContainText(
    "Half way · First steps",
  );
  await page.setViewportSize({ width: 380, height: 800 });
  await expectSound(page);
  await enter(page, (await officers()).officer, "secretariat", paths.engagement(id));
  await expect(page.getByText(/Version 1 is signed by both/)).toBeVisible();
  await expect(page.getByText("Speak with one voice")).toHaveCount(0);
  expect((await page.request.get(paths.agreement(id))).status()).toBe(404);
});

test("a leader raises a concern in confidence and is answered; both go on longer; then the leader ends it", async ({
  page,
}) => {
  const { id = "", mentor, mentee } = await atWork();
  const { officer, conduct } = await officers();
  await enter(page, mentee, "mentee", paths.engagement(id));
  await page.getByRole("link", { name: "Raise a concern" }).click();
  await expectSound(page);
  await page.getByLabel(/Ethics and conduct/).check();
  await page.getByLabel("What worries you?").fill("My mentor asks for favours.");
  await page.getByRole("button", { name: "Send it" }).click();
  await expect(page.getByText("My mentor asks for favours.")).toBeVisible();
  const concern = new URL(page.url()).pathname;
  await enter(page, mentor, "mentor", paths.concerns());
  await expect(page.getByText("No concern")).toBeVisible();
  expect((await page.request.get(concern)).status()).toBe(404);
  await enter(page, officer, "secretariat", paths.home());
  expect((await page.request.get(concern)).status()).toBe(404);
  await enter(page, conduct, "secretariat", concern);
  await expectSound(page);
  await page.getByLabel("Answer").fill("Thank you. I call you today.");
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("button", { name: "Close the concern" }).click();
  await expect(page.getByText("Closed", { exact: true })).toBeVisible();

  await enter(page, mentee, "mentee", paths.extendEngagement(id));
  await page.getByLabel(/^3 months/).check();
  await page.getByRole("button", { name: "Propose it" }).click();
  await expect(page.getByText(/You have proposed to go on until/)).toBeVisible();
  await enter(page, mentor, "mentor", paths.home());
  await page
    .getByRole("link", { name: /who proposes to go on longer/ })
    .first()
    .click();
  await expectSound(page);
  await page.getByRole("button", { name: "Agree" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  await enter(page, mentee, "mentee", paths.endEngagement(id));
  await expectSound(page);
  await page.getByLabel("Look for another mentor for me").check();
  await page.getByRole("button", { name: "End it" }).click();
  await expect(page.getByText(/This mentoring ended on/)).toBeVisible();
  const need =
    await ask(`select n."state" from "Engagement" e join "MatchProposal" p on p."id" = e."proposalId"
    join "MentorshipNeed" n on n."id" = p."needId" where e."id" = '${id}'`);
  expect(need.state).toBe("stated");
  await expectSound(page);
});
