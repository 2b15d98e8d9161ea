import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../accessible.ts";
import { AMA, fullName, KOFI, LUCIA, type Nominee } from "./people.ts";
import { openTask, press, visit } from "./stage.ts";

const EVIDENCE = "The file shows it: the ceasefire of 2016 held under their command.";

/** What the members see in each: the levels differ a little between members. */
const WORTH = new Map([
  [AMA, 4],
  [KOFI, 3],
  [LUCIA, 2],
]);

/** A member scores somebody by the keyboard alone, and submits in haste: the button is pressed twice. */
export async function score(page: Page, nominee: Nominee, severity: number) {
  await page.getByRole("link", { name: `Score ${fullName(nominee)}` }).click();
  await expect(page.getByText("By keyboard, on the levels")).toBeVisible();
  const criteria = await page.getByRole("radiogroup").count();
  await page.getByRole("radio").first().focus();
  for (let place = 0; place < criteria; place += 1) {
    const level = (WORTH.get(nominee) ?? 2) - ((place + severity) % 3 === 0 ? 1 : 0);
    await page.keyboard.press(String(level));
    await page.keyboard.press("Enter");
    await page.keyboard.insertText(EVIDENCE);
    if (place === criteria - 1) break;
    for (const _ of ["to how sure the member is", "to the next criterion"]) await page.keyboard.press("Tab");
  }
  await expect(page.getByText(`${criteria} of ${criteria} criteria`)).toBeVisible();
  await page.getByRole("button", { name: "Submit the sheet" }).dblclick();
  await expect(page.getByText("Only you see this sheet until the chair reveals")).toBeVisible();
}

/** The chair reveals the sheets. */
export async function reveal(page: Page) {
  await openTask(page, /All sheets are in, reveal them/);
  await page.getByRole("link", { name: "Reveal the sheets" }).click();
  await press(page, "Reveal all sheets", /Force Commander|Ranking/);
}

const OUTCOMES = [
  [AMA, "recommended", /^P2/],
  [KOFI, "recommended", /^P3/],
  [LUCIA, "suitable", /^S1/],
] as const;

const FOUND = "The sheets agree on the two commands, and the file bears them out.";

/** On every criterion the level that most members gave, by the keyboard. */
async function findOnEach(page: Page, nominee: Nominee) {
  await expect(page.getByText("By keyboard, on the levels")).toBeVisible();
  await page.getByRole("radio").first().focus();
  const criteria = (await page.getByRole("radiogroup").count()) - 1;
  for (let place = 0; place < criteria; place += 1) {
    await page.keyboard.press(String(WORTH.get(nominee) ?? 2));
    await page.keyboard.press("Enter");
    await page.keyboard.insertText(FOUND);
    for (const _ of ["to why the level departs", "to the next criterion"]) await page.keyboard.press("Tab");
  }
}

/** The chair writes a finding on each and makes the report. */
export async function report(page: Page) {
  for (const [nominee, outcome, reason] of OUTCOMES) {
    await visit(page, "/");
    await openTask(page, /to write/);
    await page
      .getByRole("link", { name: fullName(nominee) })
      .first()
      .click();
    await findOnEach(page, nominee);
    await page.getByRole("radio", { name: outcome, exact: true }).check();
    await page.getByRole("checkbox", { name: reason }).check();
    await page
      .getByLabel("The panel’s reasons")
      .fill(
        "The sheets rest on the same two commands, and every member found the results confirmed from outside.",
      );
    if (nominee === AMA) await expectAccessible(page);
    await page.getByRole("button", { name: "Save the finding" }).click();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(`Finding on ${fullName(nominee)}`);
  }
  await visit(page, "/");
  await openTask(page, /Make the panel’s report/);
  await page.getByRole("button", { name: "Make the report" }).click();
  await expect(page.getByRole("button", { name: "Sign the report" })).toBeVisible();
}

/** A member signs the report in agreement. */
export async function sign(page: Page) {
  await openTask(page, /Sign the panel’s report/);
  await page.getByLabel("I agree with the findings").check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sign the report" }).click();
  await expect(page.getByText(/You have signed this version|Signed by all on/).first()).toBeVisible();
}

/**
 * The decision maker chooses, with reasons: whoever has a gate open is refused and nothing typed is lost; the choice of
 * the other is held, and then takes effect.
 */
export async function select(page: Page, nominee: Nominee, ungated: Nominee) {
  await openTask(page, /Decide on the panel’s recommendation/);
  await page.getByRole("radio", { name: fullName(ungated) }).check();
  await page
    .getByLabel("Reasons")
    .fill("Of the two, hers is the record that fits a mission in its last year best.");
  for (const ground of ["Tie-break reason", "Justification of the departure from the order"]) {
    const asked = page.getByLabel(ground, { exact: false });
    if (await asked.isVisible())
      await asked.fill("The mission's last year asks for the language of the host country.");
  }
  await page.getByRole("button", { name: "Select", exact: true }).click();
  await expect(page.getByText(/not given or has expired/).first()).toBeVisible();
  await page.getByRole("radio", { name: fullName(nominee) }).check();
  await expectAccessible(page);
  await press(page, "Hold this choice", "Choices held");
  await expect(page.getByText("Chosen so far: 1 woman and 0 men.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: fullName(nominee) })).toBeChecked();
  await expectAccessible(page);
  await press(page, "Put into effect together", "Decisions");
  await page
    .getByRole("link", { name: /Force Commander/ })
    .first()
    .click();
  await expect(page.getByText(`${fullName(nominee)} was selected on`)).toBeVisible();
}

/** An officer reads every letter that waits, and sends it. */
export async function sendLetters(page: Page) {
  await openTask(page, /Review .* and send/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Letters");
  await expectAccessible(page);
  const waiting = page.getByRole("rowheader").getByRole("link");
  for (let left = await waiting.count(); left > 0; left -= 1) {
    await waiting.first().click();
    if (left === 1) await expectAccessible(page);
    await page.getByRole("button", { name: "Send the letter" }).click();
    await expect(page.getByText(/Sent on/)).toBeVisible();
    await page.getByRole("link", { name: "Letters" }).first().click();
    await expect(waiting).toHaveCount(left - 1);
  }
}
