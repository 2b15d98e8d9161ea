import { connect, createServer, type Socket } from "node:net";
import { expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { paths } from "#app/paths.ts";
import { type Mailbox, mailboxIn } from "#tests/support/road/mailbox.ts";
import { signIn } from "#tests/support/road/stage.ts";
import { visit } from "../support/road/stage.ts";

const databaseUrl = process.env.E2E_DATABASE_URL ?? "";
let mailbox: Mailbox;
let demo: pg.Pool;

test.beforeAll(() => {
  mailbox = mailboxIn(databaseUrl);
  demo = new pg.Pool({ connectionString: databaseUrl, max: 1 });
});
test.afterAll(() => Promise.all([mailbox.end(), demo.end()]));

/** A member with at least two sheets not begun: the last of them, so that other tests have the first. */
const TO_SCORE = `select u.email, p.id as panel, m.id as member, array_agg(c.id order by c.id desc) as candidacies
  from "Panel" p join "PanelMember" m on m."panelId" = p.id and m."declaredAt" is not null
  join "User" u on u.id = m."userId"
  join "Candidacy" c on c."vacancyId" = p."vacancyId" and c.state = 'screenedIn'
  where p.phase = 'desk'
    and not exists (select from "Conflict" x where x."memberId" = m.id and x."candidacyId" = c.id)
    and not exists (select from "ScoreSheet" s where s."memberId" = m.id and s."candidacyId" = c.id)
  group by u.email, p.id, m.id having count(*) > 1 order by u.email desc limit 1`;

/**
 * A way to the served app that can be shut. The browser's own "offline" lets through what falls past a service worker;
 * here nothing answers any more, as where there is no network.
 */
async function openGate(address: string) {
  const { hostname, port } = new URL(address);
  const sockets = new Set<Socket>();
  let shut = false;
  const server = createServer((inner) => {
    if (shut) return inner.destroy();
    const outer = connect(Number(port), hostname);
    for (const socket of [inner, outer]) {
      sockets.add(socket);
      socket.on("error", () => {}).on("close", () => [inner, outer].map((one) => one.destroy()));
    }
    inner.pipe(outer).pipe(inner);
  });
  await new Promise<void>((resolve) => server.listen(0, hostname, resolve));
  const listening = server.address();
  const at = typeof listening === "object" && listening ? listening.port : 0;
  return {
    url: `http://${hostname}:${at}`,
    set: (open: boolean) => {
      shut = !open;
      if (shut) for (const socket of sockets) socket.destroy();
    },
    end: () => server.close(),
  };
}

async function signInMember(page: Page, email: string) {
  await signIn(page, email, mailbox);
  await page.request.post(paths.wearRole(), { form: { role: "panelMember" } });
}

/** Opens a sheet and waits until the browser could open it without network. */
async function openSheet(page: Page, path: string) {
  await page.goto(path);
  await page.waitForFunction(async () => (await caches.match(location.pathname)) !== undefined);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** What the browser holds of sheets: names of what was typed, and of pages. */
const left = (page: Page) =>
  page.evaluate(async () => ({
    typed: Object.keys(localStorage).filter((name) => name.startsWith("sheet:")).length,
    page: (await caches.match(location.pathname)) !== undefined,
  }));

test("a sheet begun online is finished without network, across a reload, and never over a newer version", async ({
  page,
  context,
  browser,
}) => {
  const { rows } = await demo.query(TO_SCORE);
  const { email, panel, member, candidacies } = rows[0];
  const [candidacy, another] = candidacies;
  const stored = async () => {
    const answer = await demo.query(
      `select e.evidence from "ScoreEntry" e join "ScoreSheet" s on s.id = e."sheetId"
         join "Criterion" k on k.id = e."criterionId"
       where s."memberId" = $1 and s."candidacyId" = $2 and e.evidence <> '' order by k.position`,
      [member, candidacy],
    );
    return answer.rows.map((row) => row.evidence);
  };
  await signInMember(page, email);
  const gate = await openGate(process.env.E2E_URL ?? "");
  const network = async (there: boolean) => {
    gate.set(there);
    await context.setOffline(!there);
  };
  page.on("dialog", (dialog) => dialog.accept());
  const path = paths.sheet(panel, candidacy);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 380, height: 800 });
  await page.goto(gate.url + paths.panel(panel));
  const score = page.locator(`a[href="${path}"]`);
  await score.scrollIntoViewIfNeeded();
  expect(await score.evaluate((link) => link.closest("[role=group]")?.scrollLeft)).toBe(0);
  await expect(score).toBeInViewport({ ratio: 1 });
  if (size) await page.setViewportSize(size);
  await openSheet(page, gate.url + path);
  const evidence = page.getByLabel("Evidence");
  const levels = page.getByRole("radiogroup");
  const sure = page.getByLabel("How sure are you?");
  await evidence.nth(0).fill("Begun online: the file tells of the talks of 2019.");
  await expect(page.getByText("Draft saved")).toBeVisible();

  await network(false);
  await evidence.nth(1).fill("Written without network: a referee confirms it.");
  await levels.nth(1).getByRole("radio").nth(2).check();
  await sure.nth(1).selectOption({ label: "very sure" });
  await expect(page.getByText("kept in this browser")).toBeVisible();
  await page.reload();
  await expect(evidence.nth(0)).toHaveValue("Begun online: the file tells of the talks of 2019.");
  await expect(evidence.nth(1)).toHaveValue("Written without network: a referee confirms it.");
  await expect(levels.nth(1).getByRole("radio").nth(2)).toBeChecked();
  await expect(sure.nth(1)).toHaveValue("high");
  await evidence.nth(2).fill("Written after the reload, still without network.");
  expect(await stored()).toEqual(["Begun online: the file tells of the talks of 2019."]);
  await network(true);
  await expect(page.getByText("Draft saved")).toBeVisible();
  await expect
    .poll(stored)
    .toEqual([
      "Begun online: the file tells of the talks of 2019.",
      "Written without network: a referee confirms it.",
      "Written after the reload, still without network.",
    ]);

  await network(false);
  await evidence.nth(0).fill("Mine, written without network meanwhile.");
  const device = await browser.newContext({ baseURL: process.env.E2E_URL, locale: "en-GB" });
  const elsewhere = await device.newPage();
  await signInMember(elsewhere, email);
  await visit(elsewhere, path);
  await elsewhere.getByLabel("Evidence").nth(0).fill("The other device's, saved first.");
  await expect.poll(async () => (await stored())[0]).toBe("The other device's, saved first.");
  await device.close();
  await network(true);
  await page.reload();
  await expect(page.getByText("was saved in another tab or on another device").first()).toBeVisible();
  await expect(evidence.nth(0)).toHaveValue("Mine, written without network meanwhile.");
  await expect(
    page.getByRole("paragraph").filter({ hasText: "The other device's, saved first." }),
  ).toBeVisible();
  expect((await stored())[0]).toBe("The other device's, saved first.");
  await page.getByRole("button", { name: "Save mine" }).first().click();
  await expect.poll(async () => (await stored())[0]).toBe("Mine, written without network meanwhile.");

  const second = await context.newPage();
  await openSheet(second, gate.url + path);
  await second.getByLabel("Evidence").nth(0).fill("The second tab's, saved first.");
  await expect.poll(async () => (await stored())[0]).toBe("The second tab's, saved first.");
  await second.close();
  const asked = page.getByRole("link", { name: "Take the other" });
  await evidence.nth(0).fill("The first tab's.");
  await expect(asked).toBeVisible();
  for (const words of ["The first tab's, and a word more.", "The first tab's, and more, and asked again."]) {
    await evidence.nth(0).fill(words);
    await page.reload();
    await expect(asked).toBeVisible();
    await expect(evidence.nth(0)).toHaveValue(words);
  }
  await network(false);
  await evidence.nth(0).fill("The first tab's, undecided without network.");
  await page.reload();
  await expect(evidence.nth(0)).toHaveValue("The first tab's, undecided without network.");
  await network(true);
  await expect(asked).toBeVisible();
  expect((await stored())[0]).toBe("The second tab's, saved first.");
  await network(false);
  await page.getByRole("button", { name: "Save mine" }).first().click();
  await page.reload();
  await network(true);
  await expect.poll(async () => (await stored())[0]).toBe("The first tab's, undecided without network.");

  for (let place = 0; place < (await levels.count()); place += 1) {
    await levels.nth(place).getByRole("radio").nth(2).check();
    await evidence.nth(place).fill(`Criterion ${place}: the file tells of it at some length.`);
  }
  await page.getByRole("button", { name: "Submit the sheet" }).click();
  await expect(page.getByText(/SHA-256: [0-9a-f]{64}/)).toBeVisible();
  await expect.poll(() => left(page)).toEqual({ typed: 0, page: false });
  await page.getByRole("link", { name: "Earlier versions" }).click();
  await expect(page.getByText("saved while written").first()).toBeVisible();

  await openSheet(page, gate.url + paths.sheet(panel, another));
  await evidence.nth(0).fill("Not to be left in this browser.");
  await expect(page.getByText("Draft saved")).toBeVisible();
  expect(await left(page)).toEqual({ typed: 1, page: true });
  await page.evaluate((action) => {
    const form = Object.assign(document.createElement("form"), { method: "post", action });
    document.body.append(form);
    form.submit();
  }, paths.signOut());
  await page.waitForURL((url) => url.pathname === paths.home());
  await page.goto(`${gate.url}/icon.svg`);
  expect(
    await page.evaluate(async () => [Object.keys(localStorage).length, (await caches.keys()).length]),
  ).toEqual([0, 0]);
  gate.end();
});
