import { performance } from "node:perf_hooks";
import { paths } from "#app/paths.ts";
import { readAutosaveAnswer } from "#app/selection/sheet/score-sheet-page.ts";

/** Signs in as an account of the demo; answers the cookies of its session. */
export async function signIn(address: string, userId: string): Promise<string> {
  const answer = await fetch(address + paths.demo(), {
    method: "POST",
    body: new URLSearchParams({ user: userId }),
    headers: { origin: address },
    redirect: "manual",
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (cookies.length === 0) throw new Error(`Could not sign in (${answer.status}).`);
  return cookies.join("; ");
}

/** Asks for a page once: how long it took, and how many statements it sent to the database. */
export async function ask({ url, cookie = "" }: { readonly url: string; readonly cookie?: string }) {
  const began = performance.now();
  const answer = await fetch(url, { headers: { cookie } });
  await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
  const milliseconds = performance.now() - began;
  const statements = Number(/db;desc="(\d+)"/.exec(answer.headers.get("server-timing") ?? "")?.[1]);
  return { milliseconds, statements };
}

const EVIDENCE =
  "She led the talks of 2019 to an agreement both sides kept, and says in her file how: she asked each in private " +
  "what they could not give up, and told both the same. Two references bear it out.";

/** The form of a sheet with every criterion answered, upon the version given. */
export function filledSheet(
  criterionIds: readonly string[],
  version: number | string,
  evidence: string,
): FormData {
  const form = new FormData();
  form.set("version", String(version));
  for (const [n, criterionId] of criterionIds.entries()) {
    form.set(`entries[${n}].criterionId`, criterionId);
    form.set(`entries[${n}].mark`, String(1 + (n % 4)));
    form.set(`entries[${n}].evidence`, evidence);
  }
  return form;
}

interface Sheets {
  readonly panelId: string;
  readonly candidacyIds: readonly string[];
  readonly criterionIds: readonly string[];
}

/** The forms of open score sheets as the page saves them: whole, each at the version after the last one saved. */
export async function sheetForms({ panelId, candidacyIds, criterionIds }: Sheets) {
  const form = filledSheet(criterionIds, "THE VERSION", EVIDENCE);
  const written = new Response(form);
  const contentType = written.headers.get("content-type") ?? "";
  const text = await written.text();
  return candidacyIds.map((candidacyId) => ({
    path: paths.autosaveSheet(panelId, candidacyId),
    contentType,
    saved: 0,
    body: (saved: number) => text.replace("THE VERSION", String(saved)),
  }));
}

/** Whether a sheet was saved, by the answer. */
export const wasSaved = (answer: string): boolean =>
  answer.startsWith("{") && readAutosaveAnswer(JSON.parse(answer)).kind === "saved";
