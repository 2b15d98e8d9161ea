import { GENDERS, type Gender } from "#app/gender/counts.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Reader } from "#app/platform/database.server.ts";
import { readStoredFile } from "#app/platform/files.server.ts";
import { readSpreadsheet } from "#app/platform/spreadsheet.server.ts";
import { takesNominations } from "#app/selection/call/call.ts";
import { type CallFacts, isFor, readCallFacts } from "#app/selection/call/call-facts.queries.server.ts";
import { type CellProblem, readSheetRows, type SheetNominee } from "./import-sheet.ts";
import { KNOWN_TO_STATE } from "./known-nominee.ts";
import { listedOf, readRegions, seenOf } from "./list-facts.queries.server.ts";
import { judgeList, mostOfList } from "./list-rule.ts";
import { LIST_REASON_LENGTH } from "./nominee-list.ts";

/** Addresses asked for at once. */
const CHUNK = 1_000;

/** A sheet as it stands towards its call at this moment: who is on it, and everything wrong with it. */
export interface CheckedImport {
  readonly call: CallFacts;
  readonly nominees: readonly SheetNominee[];
  readonly problems: readonly CellProblem[];
  /** The row of the template's example, which is left out; null where there is none. */
  readonly exampleRow: number | null;
}

/** The import of a sheet, with its file and what it is checked against. */
export const readImport = (reader: Reader, id: string) =>
  reader.nominationImport.findUnique({
    where: { id },
    select: {
      id: true,
      callId: true,
      stateCode: true,
      state: true,
      startedById: true,
      fileId: true,
    },
  });
export type StoredImport = NonNullable<Awaited<ReturnType<typeof readImport>>>;

/** Checks a sheet cell by cell, then against who is nominated already and the list each state would then have. */
export async function checkSheet(reader: Reader, order: StoredImport): Promise<CheckedImport | null> {
  const moment = now();
  const call = await readCallFacts(reader, order.callId, moment);
  const sheet = await readSpreadsheet(await readStoredFile(order.fileId));
  if (!call || !sheet.ok) return null;
  const [states, languages] = await Promise.all([
    reader.state.findMany({ select: { code: true, iso3: true, nameEn: true, nameFr: true } }),
    reader.language.findMany({ select: { code: true, nameEn: true, nameFr: true } }),
  ]);
  const named = states.flatMap(({ code, iso3, nameEn, nameFr }) =>
    [code, iso3, nameEn, nameFr].map((name) => [name.toLowerCase(), code] as const),
  );
  const spoken = languages.flatMap(({ code, nameEn, nameFr }) =>
    [code, nameEn, nameFr].map((name) => [name.toLowerCase(), code] as const),
  );
  const { nominees, problems, exampleRow } = readSheetRows(sheet.value.rows, sheet.value.formulas, {
    today: moment.toISOString().slice(0, 10),
    stateCode: order.stateCode,
    states: new Map(named),
    languages: new Map(spoken),
    vacancies: new Map(call.vacancies.map(({ reference, id }) => [reference, id])),
  });
  const whole = (row: number, code: string): CellProblem => ({
    row,
    column: "",
    letters: "A",
    code,
    found: "",
  });
  const read = { call, nominees, exampleRow };
  if (!takesNominations(call.phase)) return { ...read, problems: [whole(1, "callClosed")] };
  const known = await nominatedByCall(reader, call.id, nominees);
  const more = nominees.flatMap(({ row, stateCode, file }) => {
    if (stateCode !== "" && !isFor(call, stateCode)) return [whole(row, "notAddressed")];
    return known.has(file.email.toLowerCase()) ? [whole(row, "nominatedAlready")] : [];
  });
  const lists = order.stateCode === null ? await listProblems(reader, call, nominees, whole) : [];
  return { ...read, problems: [...problems, ...more, ...lists].toSorted((a, b) => a.row - b.row) };
}

/** Of the addresses on a sheet, those that stand nominated by the call, a second address of somebody included. */
async function nominatedByCall(reader: Reader, callId: string, nominees: readonly SheetNominee[]) {
  const emails = nominees.map(({ file }) => file.email.toLowerCase());
  const known = new Set<string>();
  for (let at = 0; at < emails.length; at += CHUNK) {
    const found = await reader.person.findMany({
      where: {
        email: { in: emails.slice(at, at + CHUNK) },
        OR: [{ nominations: { some: { callId } } }, { mergedInto: { nominations: { some: { callId } } } }],
      },
      select: { email: true },
    });
    for (const { email } of found) known.add(email);
  }
  return known;
}

/** Where a state's list would be too long, or departs from the rule without a reason, at the state's first row. */
async function listProblems(
  reader: Reader,
  call: CallFacts,
  nominees: readonly SheetNominee[],
  whole: (row: number, code: string) => CellProblem,
) {
  if (call.terms.rule === "none") return [];
  const lists = await listsOf(reader, call.id, nominees);
  const most = mostOfList(call.terms);
  return [...lists].flatMap(([stateCode, { people, row, reason }]) => {
    if (most !== null && people.length > most) return [whole(row, "listTooLong")];
    const { met } = judgeList(call.terms, people, stateCode);
    return met || reason.length >= LIST_REASON_LENGTH ? [] : [whole(row, "listReason")];
  });
}

/** The list each state on a sheet would then have, with its first row and the reason given for it. */
export async function listsOf(reader: Reader, callId: string, nominees: readonly SheetNominee[]) {
  const codes = [...new Set(nominees.map(({ stateCode }) => stateCode))];
  const standing = await reader.nomination.findMany({
    where: { callId, stateCode: { in: codes }, state: "submitted" },
    distinct: ["personId"],
    select: { stateCode: true, additional: true, ...KNOWN_TO_STATE },
  });
  const seen = standing.map((one) => ({ stateCode: one.stateCode, ...seenOf(one) }));
  const regions = await readRegions(
    reader,
    [...nominees.map(({ file }) => file), ...seen].flatMap(({ nationalities }) => nationalities),
  );
  const lists = new Map<
    string,
    { people: ReturnType<typeof listedOf>[]; row: number; added: number; reason: string }
  >();
  for (const { row, stateCode, file, listReason } of nominees) {
    const list = lists.get(stateCode) ?? { people: [], row, added: 0, reason: "" };
    const { nationalities, additional } = file;
    list.people.push(
      listedOf({ gender: genderOf(file.gender), nationalities, additional: additional === "on" }, regions),
    );
    list.added += 1;
    list.reason ||= listReason;
    lists.set(stateCode, list);
  }
  for (const { stateCode, ...one } of seen) lists.get(stateCode ?? "")?.people.push(listedOf(one, regions));
  return lists;
}

const genderOf = (typed: string): Gender => GENDERS.find((gender) => gender === typed) ?? "notStated";
