import { expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { paths } from "#app/paths.ts";
import { expectAccessible, expectFitting } from "../support/accessible.ts";
import { holdScripts } from "../support/held-scripts.ts";
import { aPdf, aProgram } from "../support/some-files.ts";

/** Answers a question to the database of the app under test. */
async function ask(text: string, ...values: readonly string[]): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query(text, [...values]);
    return rows[0] ?? {};
  } finally {
    await client.end();
  }
}

/** The nth candidate of the open call who has consented; tests that run at once take different ones. */
const aCandidate = (place: string) =>
  ask(
    `select c."id", p."userId" from "Candidacy" c join "Person" p on p."id" = c."personId"
     join "Vacancy" v on v."id" = c."vacancyId" where c."state" = 'consented' and v."state" = 'open'
     order by c."id" offset $1::int limit 1`,
    place,
  );

const signInAs = (page: Page, userId = "") => page.request.post(paths.demo(), { form: { user: userId } });
const secretariat = () =>
  ask(`select "userId" from "RoleGrant" g join "User" u on u."id" = g."userId"
       where g."role" = 'secretariat' and u."demo" order by u."name" limit 1`);

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectFitting(page);
}

const file = (name: string, mimeType: string, bytes: Uint8Array) => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});

test("a candidate corrects the file, and of two tabs the second sees what the first saved", async ({
  page,
}) => {
  const { id = "", userId } = await aCandidate("0");
  await signInAs(page, userId);
  await page.goto(paths.myCase(id));
  await expectSound(page);
  await page.getByRole("link", { name: "Correct your file" }).click();
  await expect(page.getByLabel("Given name")).not.toHaveValue("");
  await expectSound(page);
  const other = await page.context().newPage();
  await other.goto(paths.correctFile(id));
  await page.getByLabel("Present post").fill("Adviser to the Prime Minister");
  await page.getByRole("button", { name: "Save the corrections" }).click();
  await expect(page.getByText("You corrected your file: Present post")).toBeVisible();
  await other.getByLabel("Present post").fill("Envoy of the Prime Minister");
  await other.getByRole("button", { name: "Save the corrections" }).click();
  await expect(other.getByRole("status").getByText("The file was saved meanwhile")).toBeVisible();
  await expect(other.getByRole("cell", { name: "Adviser to the Prime Minister" })).toBeVisible();
  await expect(other.getByLabel("Present post")).toHaveValue("Envoy of the Prime Minister");
  await expectSound(other);
  await other.getByRole("button", { name: "Save the corrections" }).click();
  await expect(other.getByText("You corrected your file: Present post")).toHaveCount(2);
});

/** Writes a ninth post into a row asked for, beside what was typed before; all of it is kept. */
async function addNinthPost(page: Page, id: string) {
  await page.goto(paths.correctFile(id));
  await page.getByLabel("Present post").fill("Special adviser");
  const posts = page.getByRole("group", { name: /^Post \d+$/ });
  const offered = await posts.count();
  await page.getByRole("button", { name: "Add a row for another post" }).click();
  await expect(posts).toHaveCount(offered + 1);
  // A row asked for before the scripts were there came with a page of its own, which they take over first.
  await page.waitForLoadState("networkidle");
  await expect(page.getByLabel("Present post")).toHaveValue("Special adviser");
  await expect(page.getByText("answers need your attention")).toHaveCount(0);
  const added = posts.last();
  await added.getByLabel("Post", { exact: true }).fill("Desk officer");
  await added.getByLabel("Employer").fill("A ministry");
  await added.getByLabel("From (year, or year-month)").fill("1999");
  await page.getByRole("button", { name: "Add a row for another post" }).click();
  await expect(posts).toHaveCount(offered + 2);
  await expect(posts.nth(offered).getByLabel("Post", { exact: true })).toHaveValue("Desk officer");
  await page.getByRole("button", { name: "Save the corrections" }).click();
  await expect(page.getByText("You corrected your file: Present post").first()).toBeVisible();
  await page.goto(paths.correctFile(id));
  await expect(page.getByLabel("Present post")).toHaveValue("Special adviser");
  const kept = await posts
    .getByLabel("Post", { exact: true })
    .evaluateAll((inputs) => inputs.map((input) => (input instanceof HTMLInputElement ? input.value : "")));
  expect(kept).toContain("Desk officer");
}

test("a candidate asks for a row for one more post, and loses nothing that is typed", async ({ page }) => {
  const { id = "", userId } = await aCandidate("4");
  await signInAs(page, userId);
  await addNinthPost(page, id);
  await expectSound(page);
});

test("the return key in a field saves the file, and asks for no row", async ({ page }) => {
  const { id = "", userId } = await aCandidate("6");
  await signInAs(page, userId);
  await page.goto(paths.correctFile(id));
  await page.getByLabel("Present post").fill("Envoy");
  await page.getByLabel("Present post").press("Enter");
  await expect(page.getByText("You corrected your file: Present post")).toBeVisible();
});

/** A nominee of the open call who has not answered, and a link of theirs. */
async function aLink(place: string, token: string) {
  const found = await ask(
    `select c."id", p."email" from "Candidacy" c join "Person" p on p."id" = c."personId"
     join "Vacancy" v on v."id" = c."vacancyId" where c."state" = 'nominated' and v."state" = 'open'
     order by c."id" offset $1::int limit 1`,
    place,
  );
  await ask(
    `update "Invitation" set "createdAt" = now() - interval '2 hours' where "candidacyId" = $1`,
    found.id ?? "",
  );
  await ask(
    `insert into "Invitation" ("id", "candidacyId", "tokenHash", "expiresAt", "createdAt")
     values (gen_random_uuid(), $1, encode(sha256($2::bytea), 'hex'), now() + interval '1 day', now() - interval '2 hours')`,
    ...[found.id ?? "", token],
  );
  return found;
}

/** The link expires under the hand that writes; another is asked for, carries on and is answered, once; each page is looked at by `sound`. */
async function outliveLink(page: Page, place: string, sound: (page: Page) => Promise<void>) {
  const token = `written-for-too-long-${place}`;
  const { id = "", email = "" } = await aLink(place, token);
  await page.goto(paths.invitation(token));
  await page.getByLabel("Present post").fill("Envoy to the talks");
  await page.getByLabel("Vision statement").fill("First listen.");
  await ask(`update "Invitation" set "expiresAt" = now() - interval '1 minute' where "candidacyId" = $1`, id);
  await page.getByLabel("Present post").press("Enter");
  await expect(page.getByText("The link expired before your answer arrived")).toBeVisible();
  await expect(page.getByLabel("Present post")).toHaveValue("Envoy to the talks");
  await sound(page);
  const renew = page.getByRole("button", { name: "Send me a new link and keep what I typed" });
  await expect(renew).toHaveCount(2);
  await renew.first().click();
  await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
  const { link = "" } = await ask(
    `select "params"->>'link' as link from "OutgoingMail" where "toAddress" = $1 and "kind" = 'invitation'
     order by "createdAt" desc limit 1`,
    email,
  );
  await page.goto(link);
  await expect(page.getByText("Carry on where you were")).toBeVisible();
  await expect(page.getByLabel("Vision statement")).toHaveValue("First listen.");
  await sound(page);
  const other = await page.context().newPage();
  await other.goto(link);
  await page.getByRole("button", { name: "I do not wish to be considered" }).click();
  await expect(page.getByText(/^Declined to be considered, on/)).toBeVisible();
  await sound(page);
  await other.getByRole("button", { name: "Consent and submit" }).click();
  await expect(other.getByRole("alert")).toContainText("This link had been answered before");
  await expect(other.getByRole("alert")).toContainText("First listen.");
  await sound(other);
}

test("what is typed over a text before the scripts are there stands, and is posted", async ({ page }) => {
  const token = "typed-before-the-scripts";
  const { id = "" } = await aLink("2", token);
  const release = await holdScripts(page);
  await page.goto(paths.invitation(token), { waitUntil: "commit" });
  await page.getByLabel("Vision statement").fill("First listen.");
  release();
  await page.waitForLoadState("networkidle");
  await expect(page.getByLabel("Vision statement")).toHaveValue("First listen.");
  await page.unrouteAll({ behavior: "wait" });
  await ask(`update "Invitation" set "expiresAt" = now() - interval '1 minute' where "candidacyId" = $1`, id);
  await page.getByLabel("Present post").press("Enter");
  await expect(page.getByText("The link expired before your answer arrived")).toBeVisible();
  await expect(page.getByLabel("Vision statement")).toHaveValue("First listen.");
});

test("a link that expires under the hand that writes loses nothing, and one answered takes no second answer", async ({
  page,
}) => {
  await outliveLink(page, "0", expectSound);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a link that expires under the hand that writes loses nothing all the same", async ({ page }) => {
    // The pages are the same without scripts; axe itself, which is one, loses its way in an answer to a form.
    await outliveLink(page, "1", async () => {});
  });

  test("a candidate asks for a row for one more post all the same", async ({ page }) => {
    const { id = "", userId } = await aCandidate("5");
    await signInAs(page, userId);
    await addNinthPost(page, id);
  });
});

test.describe("without JavaScript, on a telephone, in French", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 380, height: 800 }, locale: "fr-FR" });

  test("documents come and go, a program under another name does not, and consents are changed", async ({
    page,
  }) => {
    const { id = "", userId } = await aCandidate("1");
    await signInAs(page, userId);
    await page.goto(`${paths.addDocument(id)}?lang=fr`);
    await page.getByLabel("Attestation nationale").check();
    const put = page.getByRole("button", { name: "Joindre au dossier" });
    await page.getByLabel("Fichier").setInputFiles(file("diplome.pdf", "application/pdf", aProgram()));
    await put.click();
    await expect(page.getByText("Seuls les fichiers PDF").first()).toBeVisible();
    await expect(page.getByLabel("Attestation nationale")).toBeChecked();
    const script = aPdf({ catalog: "/OpenAction<</S/JavaScript/JS(app.alert(1))>>" });
    await page.getByLabel("Fichier").setInputFiles(file("diplome.pdf", "application/pdf", script));
    await put.click();
    await expect(page.getByText("Ce fichier contient des macros").first()).toBeVisible();
    await page.getByLabel("Fichier").setInputFiles(file("diplome.pdf", "application/pdf", aPdf()));
    await put.click();
    await expect(page).toHaveURL(paths.myCase(id));
    await expect(page.getByText("Document ajouté : diplome.pdf")).toBeVisible();
    await page.getByRole("link", { name: "Retirer diplome.pdf" }).click();
    await page.getByRole("button", { name: "Retirer" }).click();
    await expect(page.getByText("Document retiré : diplome.pdf")).toBeVisible();
    await page.goto(paths.changeConsent(id));
    const mentoring = page.getByRole("row", { name: /accompagnement|mentorat/i });
    await mentoring.getByRole("button").click();
    await expect(mentoring.getByText("non donné")).toBeVisible();
  });
});

test("a file past all bounds is answered on its own page, which says so", async ({ page }) => {
  const { id = "", userId } = await aCandidate("2");
  await signInAs(page, userId);
  const answer = await page.request.post(paths.addDocument(id), {
    multipart: { kind: "cv", document: file("film.pdf", "application/pdf", new Uint8Array(13_000_000)) },
  });
  expect(answer.status()).toBe(422);
  expect(await answer.text()).toContain("The file is larger than 10 MB. Choose a smaller one.");
});

test("a link that was never ours and one that has expired look alike, and either way says the same", async ({
  page,
}) => {
  await page.goto(paths.invitation("nobody-was-sent-this"));
  await expectSound(page);
  await page.getByRole("button", { name: "Send me a new link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
  await expectSound(page);
});

test("the secretariat compares two who are one, merges them and takes them apart again", async ({ page }) => {
  const { userId } = await secretariat();
  await signInAs(page, userId);
  await page.goto(paths.duplicates());
  await expectSound(page);
  await page.getByLabel("Name").fill("zhishee");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("link", { name: /Solongo Zhishee/ }).click();
  await expect(page.getByRole("heading", { name: "Two files side by side" })).toBeVisible();
  await expectSound(page);
  await page.getByRole("link", { name: "They are one person" }).click();
  await page.getByRole("button", { name: "Merge" }).click();
  await expect(page.getByText(/choose/i).first()).toBeVisible();
  await expectSound(page);
  await page.getByLabel(/Solongo Zhishee/).check();
  await page.getByRole("button", { name: "Merge" }).click();
  await expect(page.getByText("Merged: Solongo Zhishee").first()).toBeVisible();
  await page.getByRole("link", { name: "Take the two apart" }).click();
  await page.getByRole("button", { name: "Take the two apart" }).click();
  await expect(page.getByRole("link", { name: "They are one person" })).toBeVisible();
});

test("the secretariat reads what was attested, and the way there", async ({ page }) => {
  const { id = "" } = await aCandidate("3");
  const { userId } = await secretariat();
  await signInAs(page, userId);
  await page.goto(paths.candidacy(id));
  await expectSound(page);
  await page.getByRole("link", { name: "Read the attestation" }).click();
  await expect(page.getByRole("heading", { name: /Attestation 1/ })).toBeVisible();
  await expectSound(page);
});

/** Attests to everything the page asks, and signs. */
async function attestAll(page: Page, name: string) {
  const attest = page.getByRole("radio", { name: "I attest to it" });
  for (const one of await attest.all()) await one.check();
  await page.getByLabel("I will say without delay").check();
  await page.getByLabel("I agree that these statements are checked").check();
  await page.getByLabel("What I state here is true").check();
  await page.getByLabel("Your full name, in place of a signature").fill(name);
}

test("a nominee for the cadre follows the link, puts the file right, agrees, and later changes their mind", async ({
  page,
}) => {
  const { id, userId, link } = await ask(
    `select n."id", p."userId", m."params"->>'link' as link from "PoolReview" r
     join "Nomination" n on n."id" = r."nominationId" join "Person" p on p."id" = n."personId"
     join "OutgoingMail" m on m."kind" = 'cadreInvitation' and m."toAddress" = p."email"
     where r."state" = 'asked' and n."state" = 'submitted' order by n."id" limit 1`,
  );
  await page.goto(link ?? "");
  await expectSound(page);
  await page.getByLabel("Present post").fill("Envoy to the region");
  await page.getByLabel("Could deploy within (days)").fill("60");
  await attestAll(page, "Signed by the nominee");
  await page.getByRole("button", { name: "I agree: review my file" }).click();
  await expect(page.getByRole("alert").or(page.getByRole("status")).first()).toBeVisible();
  await expect(page.getByLabel("Present post")).toHaveValue("Envoy to the region");
  await page.getByLabel("I agree that the secretariat reviews my file").check();
  await page.getByRole("button", { name: "I agree: review my file" }).click();
  await expect(page.getByRole("button", { name: "I agree: review my file" })).toHaveCount(0);
  // Another answer by the link that has been used is not taken, and comes back as it was typed.
  const again = await page.request.post(link ?? "", {
    multipart: { intent: "agree", currentPost: "Typed afterwards" },
  });
  expect(again.status()).toBe(422);
  const told = await again.text();
  expect(told).toContain("Typed afterwards");
  expect(told).toContain("This link had been answered before");
  expect(told).not.toContain("Envoy to the region");
  await signInAs(page, userId);
  await page.goto(paths.myNomination(id ?? ""));
  await expect(page.getByText("You agreed to be reviewed")).toBeVisible();
  await page.getByRole("button", { name: "Agree: studies of files" }).click();
  await expect(page.getByRole("button", { name: "Withdraw: studies of files" })).toBeVisible();
  await expectSound(page);
  await page.getByRole("button", { name: "Withdraw from the review" }).click();
  await expect(page.getByText("You declined", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Withdraw from the review" })).toHaveCount(0);
});
