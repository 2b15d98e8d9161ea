import { type Browser, expect, type Page, test } from "@playwright/test";
import { Client } from "pg";
import type { Role } from "#app/access/actor.ts";
import { paths } from "#app/paths.ts";
import { hashToken } from "#app/selection/candidate/invitation.ts";
import { expectAccessible } from "#tests/support/accessible.ts";
import { aPdf, aProgram } from "#tests/support/some-files.ts";

/** One row of the demonstration's database. */
async function row<T>(sql: string, values: readonly unknown[] = []): Promise<T> {
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

/** A page without JavaScript, signed in as an account of the demonstration, or as nobody. */
async function plainPage(
  browser: Browser,
  as?: { readonly user: string; readonly role: Role },
): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  if (as) {
    await page.request.post(paths.demo(), { form: { user: as.user } });
    await page.request.post(paths.wearRole(), { form: { role: as.role } });
  }
  return page;
}

const officer = (name: string) =>
  row<{ id: string }>(`select id from "User" where name = $1`, [name]).then(({ id }) => id);
const linkTo = async (address: string) => {
  const { link } = await row<{ link: string }>(
    `select params->>'link' as link from "OutgoingMail" where "toAddress" = $1 order by "createdAt" desc limit 1`,
    [address],
  );
  return link;
};

test("two officers screen apart, without JavaScript: one finding waits, two conclude", async ({
  browser,
}) => {
  const { id, name } = await row<{ id: string; name: string }>(
    `select c.id, p."givenName" || ' ' || p."familyName" as name from "Candidacy" c join "Vacancy" v on v.id = c."vacancyId"
     join "Person" p on p.id = c."personId" where v.state = 'screening' and c.state = 'consented'
     and not exists (select from "ScreeningSheet" s where s."candidacyId" = c.id)
     and not exists (select from "FileRequest" f where f."candidacyId" = c.id) order by c.id limit 1`,
  );
  for (const [n, who] of ["Ines Example", "Tomas Example"].entries()) {
    const page = await plainPage(browser, { user: await officer(who), role: "secretariat" });
    await page.goto(paths.candidacy(id));
    await expect(page.getByText(n === 0 ? "Waits for two screeners" : "a second is awaited")).toBeVisible();
    if (n === 1) await expect(page.getByText("Ines Example,")).toHaveCount(0);
    await page.getByRole("link", { name: "Screen this candidacy" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Screening of ${name}`);
    await page.getByRole("button", { name: "Submit my finding" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await page.getByLabel("Yes: every requirement is met").check();
    await page.getByRole("button", { name: "Submit my finding" }).click();
    await page.waitForURL((url) => !url.pathname.includes(id));
  }
  const page = await plainPage(browser, { user: await officer("Tomas Example"), role: "secretariat" });
  await page.goto(paths.candidacy(id));
  await expect(page.getByText("two officers agreed")).toBeVisible();
  await expect(page.getByRole("table", { name: "How each clearance stands" }).getByRole("row")).toHaveCount(
    5,
  );
});

test("a candidate answers the fields asked for by the link alone, once", async ({ browser }) => {
  const { link, id } = await row<{ link: string; id: string }>(
    `select m.params->>'link' as link, c.id from "FileRequest" f join "Candidacy" c on c.id = f."candidacyId"
     join "OutgoingMail" m on m."dedupeKey" = 'asked:' || f.id where f."answeredAt" is null limit 1`,
  );
  const page = await plainPage(browser);
  await page.goto(link);
  await expect(page.getByText("which of your posts were at director level")).toBeVisible();
  await expect(page.getByLabel("Vision statement")).toHaveCount(0);
  const years = page.getByLabel("Years in senior posts");
  await years.fill("99");
  await page.getByRole("button", { name: "Send my answer" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(years).toHaveValue("99");
  await expect(page.getByRole("alert").getByRole("link", { name: /^Years in senior posts: / })).toBeVisible();
  await years.fill("23");
  await page.getByLabel("Your explanation").fill("Forty people in three offices.");
  const document = page.getByLabel("Document to send");
  await document.setInputFiles({
    name: "cv.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(aProgram()),
  });
  await page.getByRole("button", { name: "Send my answer" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: /^Document to send/ })).toBeVisible();
  await expect(page.getByLabel("Your explanation")).toHaveValue("Forty people in three offices.");
  await document.setInputFiles({ name: "cv.pdf", mimeType: "application/pdf", buffer: Buffer.from(aPdf()) });
  await page.getByRole("button", { name: "Send my answer" }).click();
  await expect(page.getByText("your answer has arrived")).toBeVisible();
  const officerPage = await plainPage(browser, { user: await officer("Ines Example"), role: "secretariat" });
  await officerPage.goto(paths.candidacy(id));
  await expect(officerPage.getByText("changed: Years in senior posts")).toBeVisible();
  await expect(officerPage.getByRole("link", { name: "cv.pdf" }).first()).toBeVisible();
  await officerPage.goto(paths.screening(id));
  const beside = officerPage.getByRole("radiogroup").filter({ hasText: "years in senior posts" }).first();
  await expect(beside).toContainText("Forty people in three offices.");
});

test("a referee answers a link without an account, once; those who vet read it", async ({ browser }) => {
  const { gate, candidacy } = await row<{ gate: string; candidacy: string }>(
    `select k.id as gate, k."candidacyId" as candidacy from "Clearance" k join "Candidacy" c on c.id = k."candidacyId"
     where k.kind = 'references' and k.outcome = 'pending' and c.state = 'screenedIn' order by k.id desc limit 1`,
  );
  const vetting = await plainPage(browser, { user: await officer("Priya Example"), role: "vettingOfficer" });
  await vetting.goto(paths.askReferee(gate));
  await vetting.getByLabel("Name of the referee").fill("Noor Voorbeeld");
  await vetting.getByLabel("E-mail address").fill("noor@example.org");
  await vetting.getByLabel("How the referee knows the candidate").fill("Peer in an earlier mission");
  await vetting.getByRole("button", { name: "Ask a referee" }).click();
  await expect(vetting.getByText("Noor Voorbeeld")).toBeVisible();
  const referee = await plainPage(browser);
  const link = await linkTo("noor@example.org");
  await referee.goto(link);
  await expect(referee.getByRole("heading", { level: 1 })).toContainText("Reference for");
  await referee.getByLabel("Anything you wish to add").fill("Listens before deciding.");
  await referee.getByRole("button", { name: "Send the reference" }).click();
  await expect(referee.getByRole("alert")).toBeVisible();
  await expect(referee.getByLabel("Anything you wish to add")).toHaveValue("Listens before deciding.");
  await referee.getByLabel("colleague").or(referee.getByLabel("peer")).first().check();
  await referee.getByLabel("From (year)").fill("2012");
  await referee.getByLabel("To (year)").fill("2016");
  for (const item of ["leads", "integrity", "respect", "pressure", "consults"])
    await referee.locator(`input[name=${item}][value=mostly]`).check();
  await referee.locator("input[name=again][value=yes]").check();
  await referee.getByLabel("These are my own answers").check();
  await referee.getByRole("button", { name: "Send the reference" }).click();
  await expect(referee.getByText("your reference has arrived")).toBeVisible();
  await referee.goto(link);
  await expect(referee.getByRole("button", { name: "Send the reference" })).toHaveCount(0);
  await vetting.goto(paths.references(candidacy));
  await expect(vetting.getByText("Listens before deciding.")).toBeVisible();
});

test("the links' pages are accessible, and the list is searched and paged by link", async ({ page }) => {
  const { link } = await row<{ link: string }>(
    `select m.params->>'link' as link from "Reference" r join "OutgoingMail" m on m."dedupeKey" = 'reference:' || r."tokenHash"
     where r."answeredAt" is null and r."expiresAt" > now() order by r.id limit 1`,
  );
  await page.goto(link);
  await expect(page.getByRole("button", { name: "Send the reference" })).toBeVisible();
  await expectAccessible(page);
  await page.request.post(paths.demo(), { form: { user: await officer("Ines Example") } });
  await page.goto(paths.candidacies());
  await page.getByRole("link", { name: "Older" }).click();
  await expect(page.getByRole("link", { name: "Newer" })).toBeVisible();
  const { name } = await row<{ name: string }>(
    `select p."familyName" as name from "Nomination" n join "Person" p on p.id = n."personId" limit 1`,
  );
  await page.getByRole("searchbox", { name: "Name" }).fill(name.toUpperCase());
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("rowheader").first()).toContainText(name);
});

test("an answer posted after its day comes back as it was typed, without JavaScript", async ({ browser }) => {
  const token = "late-answer-of-the-tests";
  const { id } = await row<{ id: string }>(
    `insert into "FileRequest" (id, "candidacyId", "askedById", fields, question, explain, "tokenHash", "dueAt")
     select gen_random_uuid(), c.id, 'somebody', '{seniorYears,visionStatement}', 'What did you do before?',
       'How many people reported to you?', $1, now() + interval '1 day'
     from "Candidacy" c join "Vacancy" v on v.id = c."vacancyId" where v.state = 'open' and c.state = 'consented'
     order by c.id limit 1 returning id`,
    [hashToken(token)],
  );
  const page = await plainPage(browser);
  await page.goto(paths.answer(token));
  await page.getByLabel("Years in senior posts").fill("27");
  await page.getByLabel("Vision statement").fill("First listen, then agree on three things.");
  await page.getByLabel("Your explanation").fill("Forty, in three offices.");
  await row(`update "FileRequest" set "dueAt" = now() - interval '1 hour' where id = $1 returning id`, [id]);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Send my answer" }).click();
  expect((await answered).status()).toBe(422);
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Years in senior posts")).toHaveValue("27");
  await expect(page.getByLabel("Vision statement")).toHaveValue("First listen, then agree on three things.");
  await expect(page.getByLabel("Your explanation")).toHaveValue("Forty, in three offices.");
  await expect(page.getByText("How many people reported to you?")).toHaveCount(0);
});

test("a reference posted after its day comes back as it was typed, without JavaScript", async ({
  browser,
}) => {
  const token = "late-reference-of-the-tests";
  const { id } = await row<{ id: string }>(
    `insert into "Reference" (id, "clearanceId", name, email, relation, locale, "tokenHash", "expiresAt", "addedById")
     select gen_random_uuid(), k.id, 'Noor Voorbeeld', 'noor.late@example.org', 'Peer', 'en', $1,
       now() + interval '5 days', 'somebody'
     from "Clearance" k join "Candidacy" c on c.id = k."candidacyId"
     where k.kind = 'references' and k.outcome = 'pending' and c.state = 'screenedIn' order by k.id limit 1 returning id`,
    [hashToken(token)],
  );
  const page = await plainPage(browser);
  await page.goto(paths.reference(token));
  await page.getByLabel("colleague").or(page.getByLabel("peer")).first().check();
  await page.getByLabel("From (year)").fill("2012");
  await page.getByLabel("To (year)").fill("2016");
  for (const item of ["leads", "integrity", "respect", "pressure", "consults"])
    await page.locator(`input[name=${item}][value=mostly]`).check();
  await page.locator("input[name=again][value=yes]").check();
  await page.getByLabel("Anything you wish to add").fill("Listens before deciding.");
  await page.getByLabel("These are my own answers").check();
  await row(`update "Reference" set "expiresAt" = now() - interval '1 hour' where id = $1 returning id`, [
    id,
  ]);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Send the reference" }).click();
  expect((await answered).status()).toBe(422);
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Anything you wish to add")).toHaveValue("Listens before deciding.");
  await expect(page.getByLabel("From (year)")).toHaveValue("2012");
  await expect(page.locator("input[name=leads][value=mostly]")).toBeChecked();
  await expect(page.getByText("Noor Voorbeeld")).toHaveCount(0);
});
