import { expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { paths } from "#app/paths.ts";
import { type Mailbox, mailboxIn } from "#tests/support/road/mailbox.ts";
import { attachDocuments, fillNomination, keepDraft, openListWith } from "#tests/support/road/nominee.ts";
import { AMA, fullName } from "#tests/support/road/people.ts";
import { signIn } from "#tests/support/road/stage.ts";

test.use({ javaScriptEnabled: false });

const databaseUrl = process.env.E2E_DATABASE_URL ?? "";
let mailbox: Mailbox;
let demo: pg.Pool;

test.beforeAll(() => {
  mailbox = mailboxIn(databaseUrl);
  demo = new pg.Pool({ connectionString: databaseUrl, max: 1 });
});
test.afterAll(() => Promise.all([mailbox.end(), demo.end()]));

/** Signs somebody of the demo in, found by what waits for them, and puts on the role in which it does. */
async function signInWhere(page: Page, role: string, question: string): Promise<Record<string, string>> {
  const { rows } = await demo.query(question);
  const [found] = rows;
  if (!found) throw new Error("Nobody in the demo has this waiting");
  await signIn(page, found.email, mailbox);
  await page.request.post(paths.wearRole(), { form: { role } });
  return found;
}

test("a focal point nominates to the end, and is told beside the field what is missing", async ({ page }) => {
  const { call = "" } = await signInWhere(
    page,
    "focalPoint",
    `select u.email, c.id as call from "Call" c join "Vacancy" v on v."callId" = c.id,
       "RoleGrant" g join "User" u on u.id = g."userId"
       where v.state = 'open' and c.state = 'open' and c."listRule" <> 'own'
         and coalesce(array_length(c."targetedStateCodes", 1), 0) = 0 and g.role = 'focalPoint'
         and not exists (
           select from "Nomination" n where n."vacancyId" = v.id and n."stateCode" = g."stateCode")
         and not exists (
           select from "NomineeDraft" d where d."callId" = c.id and d."stateCode" = g."stateCode")
       order by u.email limit 1`,
  );
  const nominee = { ...AMA, email: "without.scripts@example.org" };
  await page.goto(paths.list(call));
  await page.getByRole("button", { name: "Add a nominee" }).first().click();
  await page.getByLabel("Given name").fill(nominee.givenName);
  await keepDraft(page);
  await page.getByRole("link", { name: "See what is missing" }).click();
  await expect(page.getByText("answers need your attention")).toBeVisible();
  await expect(page.getByLabel("Given name")).toHaveValue(nominee.givenName);
  await fillNomination(page, nominee, "civilian");
  await keepDraft(page);
  await attachDocuments(page, "civilian");
  await openListWith(page, nominee);
  await page.getByRole("button", { name: "Submit the list" }).click();
  await page
    .getByRole("table", { name: "Submitted" })
    .getByRole("link", { name: fullName(nominee) })
    .click();
  await expect(page.getByText("awaiting the nominee’s consent").first()).toBeVisible();
  expect((await mailbox.newest(nominee.email, "invitation")).link).toMatch(/^\/invitations\//);
});

test("a panel member saves a draft, comes back to it, and submits the sheet", async ({ page }) => {
  const { panel = "", candidacy = "" } = await signInWhere(
    page,
    "panelMember",
    `select u.email, p.id as panel, c.id as candidacy from "Panel" p
       join "PanelMember" m on m."panelId" = p.id and m."declaredAt" is not null
       join "User" u on u.id = m."userId"
       join "Candidacy" c on c."vacancyId" = p."vacancyId" and c.state = 'screenedIn'
       where p.phase = 'desk'
         and not exists (select from "Conflict" x where x."memberId" = m.id and x."candidacyId" = c.id)
         and not exists (select from "ScoreSheet" s where s."memberId" = m.id and s."candidacyId" = c.id)
       order by u.email, c.id limit 1`,
  );
  await page.goto(paths.sheet(panel, candidacy));
  const levels = page.getByRole("radiogroup");
  const evidence = page.getByLabel("Evidence");
  const criteria = await levels.count();
  await levels.first().getByRole("radio").nth(2).check();
  await evidence.first().fill("Begun: the file tells of the talks of 2019.");
  await page.getByRole("button", { name: "Save draft" }).click();
  await page.goto(paths.sheet(panel, candidacy));
  await expect(evidence.first()).toHaveValue("Begun: the file tells of the talks of 2019.");
  for (let place = 1; place < criteria; place += 1) {
    await levels.nth(place).getByRole("radio").nth(2).check();
    await evidence.nth(place).fill("The file tells of it, and a referee confirms.");
  }
  await page.getByRole("button", { name: "Submit the sheet" }).click();
  await expect(page.getByText("Only you see this sheet until the chair reveals")).toBeVisible();
});

test("a leader in post accepts the mentor who was proposed and has accepted", async ({ page }) => {
  const { proposal = "" } = await signInWhere(
    page,
    "mentee",
    `select u.email, p.id as proposal from "MatchProposal" p
       join "MentorshipNeed" n on n.id = p."needId"
       join "Person" e on e.id = n."personId" join "User" u on u.id = e."userId"
       where p.state = 'proposed' and p."mentorAcceptedAt" is not null and p."menteeAcceptedAt" is null
       order by u.email limit 1`,
  );
  await page.goto(paths.proposal(proposal));
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(page.getByText("Both have accepted: your pair has begun")).toBeVisible();
});
