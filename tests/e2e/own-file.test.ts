import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { paths } from "#app/paths.ts";
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
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
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

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

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
