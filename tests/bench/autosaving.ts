import { performance } from "node:perf_hooks";
import { paths } from "#app/paths.ts";
import { type AutosaveAnswer, readAutosaveAnswer } from "#app/selection/sheet/score-sheet-page.ts";
import { percentile } from "./load.ts";
import { filledSheet, signIn } from "./requests.ts";
import { type OpenSheet, storedSheet } from "./sheet-world.ts";

/** What came of many people saving their sheets at once; every fault is told in words. */
export interface Autosaving {
  readonly saves: number;
  /** Saves told that another tab had been there first, by those who have two tabs open. */
  readonly overtaken: number;
  readonly p50: number;
  readonly p95: number;
  readonly faults: readonly string[];
}

interface Tab {
  readonly sheet: OpenSheet;
  readonly cookie: string;
  readonly name: string;
}

/** What one tab was answered: each version it was told is kept, with the text it had sent. */
interface Kept {
  readonly tab: Tab;
  readonly kept: ReadonlyMap<number, string>;
  readonly overtaken: number;
  readonly took: readonly number[];
  readonly faults: readonly string[];
}

/**
 * Has everybody save their sheet again and again for so long, each save upon the last; the first few of them in two
 * tabs at once. Then compares what they were answered with what is kept.
 *
 * @param twoTabs how many have a second tab
 * @param ms for how long
 */
export async function autosaveAtOnce(
  address: string,
  sheets: readonly OpenSheet[],
  { twoTabs, ms }: { readonly twoTabs: number; readonly ms: number },
): Promise<Autosaving> {
  const signedIn = await Promise.all(
    sheets.map(async (sheet) => ({ sheet, cookie: await signIn(address, sheet.userId) })),
  );
  const tabs = signedIn.flatMap((one, n) =>
    (n < twoTabs ? ["a", "b"] : ["a"]).map((tab) => ({ ...one, name: `${n}${tab}` })),
  );
  const until = performance.now() + ms;
  const answered = await Promise.all(tabs.map((tab) => keepSaving(address, tab, until)));
  const checked = await Promise.all(sheets.map((sheet) => lossesOf(sheet, answered)));
  const took = answered.flatMap((one) => one.took);
  return {
    saves: answered.reduce((sum, { kept }) => sum + kept.size, 0),
    overtaken: answered.reduce((sum, { overtaken }) => sum + overtaken, 0),
    p50: percentile(took, 0.5),
    p95: percentile(took, 0.95),
    faults: [...answered.flatMap((one) => one.faults), ...checked.flat()],
  };
}

async function keepSaving(address: string, tab: Tab, until: number): Promise<Kept> {
  const kept = new Map<number, string>();
  const took: number[] = [];
  const faults: string[] = [];
  let overtaken = 0;
  for (let version = 0, n = 1; performance.now() < until && faults.length < 5; n += 1) {
    const text = `Save ${n} of tab ${tab.name}, told at some length as evidence is.`;
    const began = performance.now();
    const answer = await save(address, tab, version, text);
    took.push(performance.now() - began);
    if (typeof answer === "number") faults.push(`tab ${tab.name}, save ${n}: answered ${answer}`);
    else if (answer.kind === "refused") faults.push(`tab ${tab.name}, save ${n}: refused, ${answer.words}`);
    else if (answer.kind === "saved") {
      version = answer.version;
      kept.set(version, text);
    } else {
      version = answer.newer.version;
      overtaken += 1;
    }
  }
  return { tab, kept, overtaken, took, faults };
}

async function save(address: string, { sheet, cookie }: Tab, version: number, text: string) {
  const answer = await fetch(address + paths.autosaveSheet(sheet.panelId, sheet.candidacyId), {
    method: "POST",
    headers: { cookie },
    body: filledSheet(sheet.criterionIds, version, text),
  });
  if (!answer.ok) return answer.status;
  return readAutosaveAnswer(await answer.json()) satisfies AutosaveAnswer;
}

/** Every version told to somebody was told to one tab only; the last one is what is kept, whole; each has its event. */
async function lossesOf(sheet: OpenSheet, answered: readonly Kept[]): Promise<readonly string[]> {
  const own = answered.filter(({ tab }) => tab.sheet === sheet);
  const who = own.map(({ tab }) => tab.name).join(" and ");
  const versions = own.flatMap(({ kept }) => [...kept.keys()]);
  const last = Math.max(0, ...versions);
  const text = own.flatMap(({ kept }) => kept.get(last) ?? []);
  const { sheet: stored, events, said } = await storedSheet(sheet);
  const faults: string[] = [];
  if (own.length === 1 && own[0]?.overtaken) faults.push(`${who}: overtaken with one tab open`);
  if (new Set(versions).size !== versions.length) faults.push(`${who}: a version was told twice`);
  if (versions.length !== last) faults.push(`${who}: ${last} versions, ${versions.length} told`);
  if (stored?.version !== last) faults.push(`${who}: version ${stored?.version} is kept, ${last} was told`);
  if (said.size !== 1 || !said.has(text[0] ?? ""))
    faults.push(`${who}: the text kept is not the last one saved`);
  if (events.length !== last) faults.push(`${who}: ${events.length} events of ${last} saves`);
  return faults;
}
