import { expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { paths } from "#app/paths.ts";
import { expectAccessible, expectFitting } from "../support/accessible.ts";

type Row = Record<string, string | null>;

/** Answers a question to the database of the app under test. */
async function ask(text: string, values: readonly string[] = []): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function signInAs(page: Page, userId = "") {
  await page.request.post(paths.demo(), { form: { user: userId } });
  await page.request.post(paths.wearRole(), { form: { role: "panelMember" } });
}

/** The demonstration's blind panel, its candidacies, and a member who is not its chair and owes a sheet. */
async function blindPanel() {
  const [panel] = await ask(`select p."id", m."id" as "memberId", m."userId" from "Panel" p
    join "PanelMember" m on m."panelId" = p."id" and not m."chair"
    where p."blind" and p."phase" = 'desk' order by (select count(*) from "ScoreSheet" s where s."memberId" = m."id"), m."id"`);
  if (!panel?.id) throw new Error("The demonstration has no blind panel");
  const candidates = await ask(
    `select c."id", o."givenName", o."familyName", o."email", s."nameEn" as state, n."nameEn" as nationality,
      (select string_agg(d."name", '|') from "CandidacyDocument" d where d."candidacyId" = c."id") as files
     from "Panel" p join "Candidacy" c on c."vacancyId" = p."vacancyId" and c."state" = 'screenedIn'
     join "Person" o on o."id" = c."personId" left join "State" n on n."code" = o."nationalities"[1]
     join "Nomination" m on m."id" = c."nominationId" left join "State" s on s."code" = m."stateCode"
     where p."id" = $1 order by c."id"`,
    [panel.id],
  );
  return { id: panel.id, userId: panel.userId ?? "", candidates };
}

test("a member of a blind panel scores without a name, a gender, a nationality or a file name on any page", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const { id, userId, candidates } = await blindPanel();
  expect(candidates.length).toBeGreaterThan(2);
  const secrets = candidates.flatMap(({ givenName, familyName, email, state, nationality, files }) => [
    ...[`${givenName} ${familyName}`, `${familyName}, ${givenName}`, familyName, email, state, nationality],
    ...(files ?? "").split("|"),
  ]);
  const withheld = [...new Set(secrets.filter((secret): secret is string => Boolean(secret)))];
  /** What of it stands in a page as it was sent and as it is shown, title and all. */
  const told = async (path: string) => {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    const whole = `${await answer?.text()}\n${await page.content()}\n${await page.title()}`;
    return withheld.filter((secret) => whole.includes(secret)).map((secret) => `${path}: ${secret}`);
  };
  await signInAs(page, userId);
  const found = [
    ...(await told(paths.home())),
    ...(await told(paths.panels())),
    ...(await told(paths.panel(id))),
  ];
  await expect(page.getByText("Names are withheld until the reveal")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Candidate [A-Z]$/ })).toHaveCount(candidates.length);
  await expectAccessible(page);
  await expectFitting(page);
  found.push(...(await told(paths.calibration(id))));
  await expect(page.getByText("invented", { exact: true }).first()).toBeVisible();
  for (const { id: candidacyId } of candidates) {
    const at = candidacyId ?? "";
    found.push(...(await told(paths.dossier(id, at))));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Candidate [A-Z]/);
    expect(await page.locator("main img").count()).toBe(0);
    expect(await page.locator('a[href^="/documents/"]').count()).toBe(0);
    await expect(page.locator("main").getByText(/^(woman|man|female|male)$/i)).toHaveCount(0);
    found.push(...(await told(paths.sheet(id, at))), ...(await told(paths.sheetHistory(id, at))));
    await expect(page).toHaveTitle(/Candidate [A-Z]/);
  }
  expect(found).toEqual([]);
  // What was agreed on the sample case stands beside the criteria of the sheet.
  const [open] = await ask(
    `select c."id" from "Panel" p join "Candidacy" c on c."vacancyId" = p."vacancyId" and c."state" = 'screenedIn'
     where p."id" = $1 and not exists (select from "ScoreSheet" s join "PanelMember" m on m."id" = s."memberId"
       where s."candidacyId" = c."id" and m."userId" = $2) order by c."id"`,
    [id, userId],
  );
  await page.goto(paths.sheet(id, open?.id ?? ""));
  await expect(page.getByText("The panel agreed:").first()).toBeVisible();
  await page.setViewportSize({ width: 380, height: 800 });
  await expectFitting(page);
  await expectAccessible(page);
  for (const { id: candidacyId } of candidates) {
    const document = await ask(`select "id" from "CandidacyDocument" where "candidacyId" = $1`, [
      candidacyId ?? "",
    ]);
    for (const one of document)
      expect((await page.request.get(paths.document(one.id ?? ""))).status()).toBe(404);
  }
});
