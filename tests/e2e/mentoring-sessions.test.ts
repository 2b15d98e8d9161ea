import { expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { paths } from "#app/paths.ts";
import { dayIn, openTask, visit } from "#tests/support/road/stage.ts";
import { expectAccessible, expectFitting } from "../support/accessible.ts";

let demo: pg.Pool;
test.beforeAll(() => {
  demo = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 1 });
});
test.afterAll(() => demo.end());

const PAIR = `"Engagement" e JOIN "Mentor" m ON m.id = e."mentorId" JOIN "Person" a ON a.id = m."personId"
  JOIN "Person" b ON b.id = e."menteeId"`;
const SIDES = `e.id AS engagement, a."userId" AS mentor, b."userId" AS mentee`;

/** What the demonstration holds, or a fault where it holds none. */
async function ask(question: string): Promise<Readonly<Record<string, string>>> {
  const { rows } = await demo.query(question);
  if (!rows[0]) throw new Error("The demo has none of these");
  return rows[0];
}

const offered = () =>
  ask(`SELECT o.id, ${SIDES} FROM "SlotOffer" o JOIN ${PAIR} ON e.id = o."engagementId"
    WHERE o.state = 'open' AND o."offeredById" = a.id ORDER BY o.id LIMIT 1`);
/** A pair with a session to come, the nth by its id. */
const planned = (n: number) =>
  ask(`SELECT s.id, ${SIDES} FROM "MentoringSession" s JOIN ${PAIR} ON e.id = s."engagementId"
    WHERE s.state = 'scheduled' AND s."seriesId" IS NULL AND s."startsAt" > now() ORDER BY e.id OFFSET ${n} LIMIT 1`);

async function signInAs(page: Page, userId = "", role = "mentee") {
  await page.request.post(paths.demo(), { form: { user: userId } });
  await page.request.post(paths.wearRole(), { form: { role } });
}

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectFitting(page);
}

test("a mentee takes one of the times offered, and it becomes a session for both", async ({ page }) => {
  const { mentor, mentee } = await offered();
  await signInAs(page, mentee);
  await visit(page, paths.home());
  await openTask(page, /Choose one of the times/);
  await expect(page.getByRole("radio")).toHaveCount(3);
  await expectSound(page);
  await page.getByRole("button", { name: "Take this time" }).click();
  await expect(page.getByRole("alert")).toContainText("Which suits you?");
  await page.getByRole("radio").nth(1).check();
  await page.getByRole("button", { name: "Take this time" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mentoring session" })).toBeVisible();
  const { pathname } = new URL(page.url());
  await signInAs(page, mentor, "mentor");
  const answer = await page.goto(pathname);
  expect(answer?.status()).toBe(200);
});

test("a pair plans a series by its cadence, and calls off what is to come", async ({ page }) => {
  const { engagement = "", mentor } = await planned(1);
  await signInAs(page, mentor, "mentor");
  await visit(page, paths.planSeries(engagement));
  await page.getByLabel("How often").selectOption({ label: "Every 2 months" });
  await page.getByLabel("Which of the month").selectOption("last");
  await page.getByLabel("Day of the week").selectOption("Thursday");
  await page.getByLabel("From").fill(dayIn(2));
  await page.getByLabel("Time of day").fill("05:10");
  await expectSound(page);
  await page.getByRole("button", { name: "Plan and invite" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "A series of sessions" })).toBeVisible();
  await expect(page.getByText(/Every 2 months, last Thursday, 05:10/)).toBeVisible();
  await expectSound(page);
  await page.getByRole("button", { name: /to come/ }).click();
  await expect(page.getByRole("heading", { name: "Planning together" })).toBeVisible();
  await expect(page.getByText(/last Thursday, 05:10/)).toBeHidden();
});

test("an address for one's calendar program serves without a sign-in, and no more once stopped", async ({
  page,
  playwright,
  baseURL,
}) => {
  const { mentor } = await planned(0);
  await signInAs(page, mentor, "mentor");
  await visit(page, paths.myCalendar());
  await page.getByRole("button", { name: "Get an address" }).click();
  const address = await page.getByText(/^https?:.*\.ics$/).textContent();
  await expectSound(page);
  const program = await playwright.request.newContext({ baseURL });
  const { pathname } = new URL(address ?? "");
  const first = await program.get(pathname);
  expect(first.status()).toBe(200);
  expect(await first.text()).toContain("BEGIN:VEVENT");
  const etag = first.headers().etag ?? "";
  expect((await program.get(pathname, { headers: { "if-none-match": etag } })).status()).toBe(304);
  await page.getByLabel("An hour before").check();
  const saved = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByRole("button", { name: "Save the reminders" }).click();
  await saved;
  await visit(page, paths.myCalendar());
  await expect(page.getByLabel("An hour before")).toBeChecked();
  await page.getByRole("button", { name: "Stop this address" }).click();
  await expect(page.getByRole("button", { name: "Get an address" })).toBeVisible();
  expect((await program.get(pathname)).status()).toBe(404);
  await program.dispose();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("times are offered with both clocks in sight; an hour that clocks skip is refused, one shown twice asks which", async ({
    page,
  }) => {
    const { engagement = "", mentee } = await planned(2);
    await signInAs(page, mentee);
    await page.goto(paths.offerSlots(engagement));
    await expect(page.getByRole("table", { name: /by both clocks/ }).getByRole("row")).toHaveCount(2);
    await page.getByLabel("Another day").fill("2027-03-28");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByText(/The hours of 28 Mar/)).toBeVisible();
    await page.getByLabel("Time zone").selectOption("Europe/Paris");
    await page.getByLabel("Time 1").fill("2027-03-28T02:30");
    await page.getByRole("button", { name: "Offer these times" }).click();
    await expect(page.getByText(/Clocks there are put forward/).first()).toBeVisible();
    await page.getByLabel("Time 1").fill("2027-10-31T02:30");
    await page.getByRole("button", { name: "Offer these times" }).click();
    await expect(page.getByText(/Say which is meant/).first()).toBeVisible();
    await page.getByLabel("The second, after clocks are put back").check();
    await page.getByLabel("Time 1").fill(`${dayIn(4)}T05:20`);
    await page.getByRole("button", { name: "Offer these times" }).click();
    await expect(page.getByText("Waits for an answer")).toBeVisible();
    await page.getByRole("button", { name: "Take the offer back" }).click();
    await expect(page.getByRole("heading", { name: "Planning together" })).toBeVisible();
  });

  test("one's own note is hidden while the screen is shared, and is nobody else's", async ({ page }) => {
    const secret = "I have not yet spoken with the force commander.";
    const { id = "", mentor, mentee } = await planned(0);
    await signInAs(page, mentee);
    await page.goto(paths.sessionNotes(id));
    await page.getByRole("textbox", { name: "Mine alone" }).fill(secret);
    await page.getByRole("button", { name: "Save the note" }).first().click();
    await expect(page.getByRole("textbox", { name: "Mine alone" })).toHaveValue(secret);
    await page.getByRole("button", { name: "I am sharing my screen" }).click();
    await expect(page.getByText(/Screen sharing is on/)).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Mine alone" })).toHaveCount(0);
    await page.goto(paths.session(id));
    await expect(page.getByText(/Screen sharing is on/)).toBeVisible();
    expect(await page.content()).not.toContain(secret);
    const refused = await page.goto(paths.notesFile());
    expect([refused?.status(), new URL(page.url()).pathname]).toEqual([403, paths.myNotes()]);
    await expect(page.getByText(/not given while your screen is shared/)).toBeVisible();
    expect(await page.content()).not.toContain(secret);
    await page.getByRole("button", { name: "Show my private notes again" }).click();
    await expect(page.getByRole("link", { name: "Download my notes" })).toBeVisible();
    await page.goto(paths.session(id));
    await expect(page.getByText(secret)).toBeVisible();
    const copy = await page.request.get(paths.notesFile());
    expect(await copy.text()).toContain(secret);
    await signInAs(page, mentor, "mentor");
    await page.goto(paths.session(id));
    expect(await page.content()).not.toContain(secret);
    const { officer } = await ask(
      `SELECT "userId" AS officer FROM "RoleGrant" WHERE role = 'secretariat' LIMIT 1`,
    );
    await signInAs(page, officer, "secretariat");
    await page.goto(paths.session(id));
    expect(await page.content()).not.toContain(secret);
    expect((await page.goto(paths.sessionNotes(id)))?.status()).toBe(404);
  });

  test("an agenda is begun from a guide, and an action is agreed and done", async ({ page }) => {
    const { id = "", engagement = "", mentee } = await planned(1);
    await signInAs(page, mentee);
    await page.goto(paths.sessionAgenda(id));
    await page.getByRole("link", { name: "Reading the mandate" }).click();
    await expect(page.getByLabel("Agenda")).toHaveValue(/Which task nobody owns\?/);
    await page.getByLabel("Agenda").fill("Which task nobody owns?");
    await page.getByRole("button", { name: "Save the agenda" }).click();
    await expect(page.getByText("Which task nobody owns?")).toBeVisible();
    await page.goto(paths.sharedActions(engagement));
    await page.getByLabel("What is to be done").fill("Read the last three reports");
    await page.getByLabel("Both").check();
    await page.getByLabel("By", { exact: false }).last().fill(dayIn(5));
    await page.getByRole("button", { name: "Add the action" }).click();
    const row = page.getByRole("row").filter({ hasText: "Read the last three reports" });
    await row.getByRole("button", { name: /Done/ }).click();
    await expect(row.getByRole("button", { name: /Not done after all/ })).toBeVisible();
  });
});
