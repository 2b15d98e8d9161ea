import { type RefObject, useEffect } from "react";
import { isTouched } from "./early-words.tsx";
import { type KeptSheet, keptBy, meetKept, readKept } from "./kept-sheet.ts";
import type { SheetPage } from "./score-sheet-page.ts";

type Place = Pick<SheetPage, "account" | "panelId" | "candidacyId" | "stage"> & {
  readonly rubric: Pick<SheetPage["rubric"], "hash">;
};

/** What was kept of a sheet under a rubric that was replaced is not this sheet's. */
const nameOf = ({ account, panelId, candidacyId, stage, rubric }: Place) =>
  `${keptBy(account)}${panelId}:${candidacyId}:${stage}:${rubric.hash}`;

/** A browser may forbid to keep anything: then nothing is kept. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** Keeps what stands in the form of a sheet; the names of its criteria, and of the candidate, it does not need. */
export function keepSheet(place: Place, form: HTMLFormElement, version: number, saved: boolean) {
  const fields = Object.fromEntries([...new FormData(form)].filter(([name]) => name !== "version"));
  attempt(() => localStorage.setItem(nameOf(place), JSON.stringify({ version, saved, fields })));
}

/** Throws away what was kept of a sheet, and of its page if asked. */
export function forgetSheet(place: Place, page = false) {
  attempt(() => localStorage.removeItem(nameOf(place)));
  if (page)
    void attempt(() => caches.open(keptBy(place.account)))
      ?.then((cache) => cache.delete(location.pathname))
      .catch(() => {});
}

/** A sheet that is in, or can no longer be written, leaves nothing in the browser. */
export function useForgottenSheet(sheet: SheetPage) {
  useEffect(() => forgetSheet(sheet, true), [sheet]);
}

interface Meeting {
  /** The page is older than what was kept, or as old: it stands in the form again. */
  readonly putBack: (kept: KeptSheet) => void;
  /** Somebody saved a newer version than what was kept, which stands in the form again to be compared. */
  readonly compare: () => void;
}

/**
 * Has a sheet finished without network: what was typed and not saved is put back when the page is opened again, and the
 * page itself is kept so that it opens where there is no network. Other accounts' sheets are thrown away.
 *
 * @param answered whether the form stands as a refusal left it: then what was typed is there already
 */
export function useKeptSheet(
  sheet: SheetPage,
  form: RefObject<HTMLFormElement>,
  answered: boolean,
  { putBack, compare }: Meeting,
) {
  // Once, when the page is opened: what is typed afterwards is newer than what was kept.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    void keepPage(sheet.account).catch(() => {});
    const kept = attempt(() => readKept(localStorage.getItem(nameOf(sheet))));
    if (!kept || !form.current || answered) return;
    const met = meetKept(kept, sheet.version);
    if (met === "drop") return forgetSheet(sheet);
    fill(form.current, kept.fields);
    if (met === "putBack") putBack(kept);
    else compare();
  }, []);
}

/** What was written on this page before its scripts were there is newer than what was kept. */
function fill(form: HTMLFormElement, fields: KeptSheet["fields"]) {
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements.namedItem(name);
    if (field && "value" in field && !isTouched(field)) field.value = value;
  }
}

/** Keeps this page and what it is made of, and has the worker answer with them where there is no network. */
async function keepPage(account: string) {
  const mine = keptBy(account);
  const others = (name: string) => name.startsWith("sheet:") && !name.startsWith(mine);
  for (const name of Object.keys(localStorage).filter(others)) localStorage.removeItem(name);
  for (const name of (await caches.keys()).filter(others)) await caches.delete(name);
  await navigator.serviceWorker.register("/sheet-worker.js", { scope: "/panels/" });
  const parts = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const own = parts.filter(
    ({ origin, pathname }) => origin === location.origin && pathname.startsWith("/assets/"),
  );
  const cache = await caches.open(mine);
  await cache.addAll([location.pathname, ...new Set(own.map(({ pathname }) => pathname))]);
}
