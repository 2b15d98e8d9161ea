import { expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { paths } from "#app/paths.ts";
import { type Mailbox, mailboxIn } from "#tests/support/road/mailbox.ts";
import { signIn } from "#tests/support/road/stage.ts";

const databaseUrl = process.env.E2E_DATABASE_URL ?? "";
let mailbox: Mailbox;
let demo: pg.Pool;

test.beforeAll(() => {
  mailbox = mailboxIn(databaseUrl);
  demo = new pg.Pool({ connectionString: databaseUrl, max: 1 });
});
test.afterAll(() => Promise.all([mailbox.end(), demo.end()]));

/** Sheets of one member that are not begun; the first and the last are other tests'. */
const TO_SCORE = `select u.email, p.id as panel, m.id as member, c.id as candidacy
  from "Panel" p join "PanelMember" m on m."panelId" = p.id and m."declaredAt" is not null
  join "User" u on u.id = m."userId"
  join "Candidacy" c on c."vacancyId" = p."vacancyId" and c.state = 'screenedIn'
  where p.phase = 'desk'
    and not exists (select from "Conflict" x where x."memberId" = m.id and x."candidacyId" = c.id)
    and not exists (select from "ScoreSheet" s where s."memberId" = m.id and s."candidacyId" = c.id)
  order by u.email, c.id limit 1 offset $1`;

interface Story {
  readonly path: string;
  /** The sheet as the database has it. */
  stored(): Promise<{ readonly submitted: boolean; readonly evidence: readonly string[] }>;
}

async function aSheetOf(page: Page, offset: number): Promise<Story> {
  const { rows } = await demo.query(TO_SCORE, [offset]);
  const { email, panel, member, candidacy } = rows[0];
  await signIn(page, email, mailbox);
  await page.request.post(paths.wearRole(), { form: { role: "panelMember" } });
  return {
    path: paths.sheet(panel, candidacy),
    stored: async () => {
      const answer = await demo.query(
        `select s."submittedAt", e.evidence from "ScoreSheet" s
           left join "ScoreEntry" e on s.id = e."sheetId" and e.evidence <> ''
           left join "Criterion" k on k.id = e."criterionId"
         where s."memberId" = $1 and s."candidacyId" = $2 order by k.position`,
        [member, candidacy],
      );
      return {
        submitted: answer.rows.some((row) => row.submittedAt !== null),
        evidence: answer.rows.map((row) => row.evidence),
      };
    },
  };
}

const OTHERS = "The other tab's, saved first.";
const changed = (page: Page) => page.getByText("was saved in another tab or on another device").first();
const fill = async (page: Page, words: string) => {
  const levels = page.getByRole("radiogroup");
  for (let place = 0; place < (await levels.count()); place += 1) {
    await levels.nth(place).getByRole("radio").nth(2).check();
    await page.getByLabel("Evidence").nth(place).fill(`${words} Criterion ${place}, as the file tells.`);
  }
};
/** Both texts are before the writer: the own one in the form, the other beside it. */
const expectBoth = async (page: Page, own: string) => {
  await expect(changed(page)).toBeVisible();
  await expect(page.getByLabel("Evidence").first()).toHaveValue(own);
  await expect(page.getByRole("paragraph").filter({ hasText: OTHERS }).first()).toBeVisible();
};

test("while two tabs' texts wait for a choice, submitting takes neither", async ({ page, context }) => {
  page.on("dialog", (dialog) => dialog.accept());
  const { path, stored } = await aSheetOf(page, 1);
  await page.goto(path);
  const second = await context.newPage();
  await second.goto(path);
  await second.getByLabel("Evidence").first().fill(OTHERS);
  await expect.poll(async () => (await stored()).evidence[0]).toBe(OTHERS);
  await second.close();
  await fill(page, "Mine.");
  const own = "Mine. Criterion 0, as the file tells.";
  await expectBoth(page, own);
  await page.getByRole("button", { name: "Submit the sheet" }).click();
  await expect(page.locator("[data-both-texts]")).toBeFocused();
  await page.getByRole("radio").first().press("Enter");
  await expectBoth(page, own);
  expect(await stored()).toEqual({ submitted: false, evidence: [OTHERS] });
  await page.getByRole("button", { name: "Save mine" }).first().click();
  await expect.poll(async () => (await stored()).evidence[0]).toBe(own);
  await page.getByRole("button", { name: "Submit the sheet" }).click();
  await expect(page.getByText(/SHA-256: [0-9a-f]{64}/)).toBeVisible();
  expect((await stored()).submitted).toBe(true);
});

test("nor does it without JavaScript, however often it is pressed and whatever else is missing", async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: process.env.E2E_URL, javaScriptEnabled: false });
  const page = await context.newPage();
  const { path, stored } = await aSheetOf(page, 2);
  await page.goto(path);
  const second = await context.newPage();
  await second.goto(path);
  await second.getByLabel("Evidence").first().fill(OTHERS);
  await second.getByRole("button", { name: "Save draft" }).click();
  await second.waitForLoadState();
  expect((await stored()).evidence).toEqual([OTHERS]);
  const submit = () => page.getByRole("button", { name: "Submit the sheet" }).click();

  // First refused for what is missing: the page that comes back knows of the other tab's text all the same.
  await page.getByLabel("Evidence").first().fill("Mine, unfinished.");
  await submit();
  await expectBoth(page, "Mine, unfinished.");
  await fill(page, "Mine.");
  const own = "Mine. Criterion 0, as the file tells.";
  for (const _ of ["once", "twice"]) {
    await submit();
    await expectBoth(page, own);
  }
  await page.getByLabel("Evidence").first().fill("");
  await submit();
  await expectBoth(page, "");
  await page.getByLabel("Evidence").first().fill(own);
  expect(await stored()).toEqual({ submitted: false, evidence: [OTHERS] });
  await page.getByRole("button", { name: "Save mine" }).first().click();
  await page.waitForLoadState();
  expect((await stored()).evidence[0]).toBe(own);
  await submit();
  await expect(page.getByText("Only you see this sheet until the chair reveals")).toBeVisible();
  expect((await stored()).submitted).toBe(true);
  await context.close();
});
