import { type Browser, expect, type Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { type Mailbox, mailboxIn } from "./mailbox.ts";

/** A page left on its way ends what it was fetching: no fault, by whichever name the browser tells it. */
const isAborted = (told: string) => /AbortError|was aborted/.test(told);

/** Who takes part in a story, each in a browser of their own. */
export interface Stage {
  readonly mailbox: Mailbox;
  /** The page of somebody: signed in by the link they are sent where they were not yet, and at home. */
  as(email: string): Promise<Page>;
  /** A page in which nobody has signed in. */
  stranger(): Promise<Page>;
  /** What went wrong so far: errors of scripts and answers of 500 and more. */
  faults(): readonly string[];
  close(): Promise<void>;
}

interface Site {
  readonly address: string;
  readonly databaseUrl: string;
}

/** Sets a stage upon a served app. */
export function stageOn(browser: Browser, { address, databaseUrl }: Site): Stage {
  const mailbox = mailboxIn(databaseUrl);
  const pages = new Map<string, Page>();
  const faults: string[] = [];
  const newPage = async () => {
    const context = await browser.newContext({ baseURL: address, locale: "en-GB", timezoneId: "UTC" });
    const page = await context.newPage();
    page.on("pageerror", (error) => {
      // Whoever goes elsewhere while a page is on its way ends its way: the router says so, and nothing is lost.
      if (!isAborted(`${error.name} ${error.message}`)) faults.push(`${page.url()}: ${error.message}`);
    });
    page.on("console", (line) => {
      // A refusal (422) makes the browser say that nothing could be loaded; answers are judged by their status below.
      const text = line.text();
      if (line.type() === "error" && !text.startsWith("Failed to load resource") && !isAborted(text))
        faults.push(`${page.url()}: ${text}`);
    });
    page.on("response", (answer) => {
      if (answer.status() >= 500) faults.push(`${answer.url()}: ${answer.status()}`);
    });
    return page;
  };
  return {
    mailbox,
    stranger: newPage,
    faults: () => faults,
    async as(email) {
      const known = pages.get(email);
      if (known) {
        await visit(known, paths.home());
        return known;
      }
      const page = await newPage();
      await signIn(page, email, mailbox);
      await taken(page);
      pages.set(email, page);
      return page;
    },
    async close() {
      const contexts = new Set([...pages.values()].map((page) => page.context()));
      await Promise.all([...contexts].map((context) => context.close()));
      await mailbox.end();
    },
  };
}

/** Signs in by the link that is sent to an address. */
export async function signIn(page: Page, email: string, mailbox: Mailbox) {
  await page.goto(paths.signIn());
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send link and code" }).click();
  await expect(page.getByText("Look in your mailbox")).toBeVisible();
  const { link } = await mailbox.newest(email, "signIn");
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("/");
}

/** Opens an address, and waits for its scripts where it has any: nobody types in the moment before. */
export async function visit(page: Page, path: string) {
  await page.goto(path);
  await taken(page);
}

/** Waits for a page's scripts where it has any. */
export const taken = (page: Page) =>
  page.waitForFunction(
    () =>
      document.querySelector("script[type=module]") === null ||
      Object.keys(document.body).some((key) => key.startsWith("__reactProps")),
  );

/** Opens what waits for somebody on the home page, by its words. */
export async function openTask(page: Page, words: string | RegExp) {
  await page
    .getByRole("list", { name: "What waits for you" })
    .getByRole("link", { name: words })
    .first()
    .click();
}

/** Presses a button and waits until the page with this heading is there. */
export async function press(page: Page, button: string, heading: string | RegExp) {
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
}

/** A day so many days from now, as a field for days wants it. */
export const dayIn = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Goes to a page by its link in the menu, opening the group in which it stands where that is closed. */
export async function chooseFromMenu(page: Page, name: string) {
  const menu = page.getByRole("navigation", { name: "Main navigation" });
  const link = menu.getByRole("link", { name, exact: true, includeHidden: true });
  const closed = menu
    .locator("details:not([open])")
    .filter({ has: page.getByRole("link", { name, exact: true, includeHidden: true }) });
  if ((await closed.count()) > 0) await closed.locator("summary").click();
  await link.click();
}
