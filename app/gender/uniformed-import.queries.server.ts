import { createHash } from "node:crypto";
import { z } from "zod";
import { database } from "#app/platform/database.server.ts";
import { readStoredFile } from "#app/platform/files.server.ts";
import { readSpreadsheet, type SheetText } from "#app/platform/spreadsheet.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { womenAndMenOf } from "./uniformed.ts";
import { plainWord } from "./uniformed-cells.ts";
import {
  type Known,
  linesByMonth,
  type RowProblem,
  readUniformedTable,
  type UniformedLine,
  type UniformedTable,
} from "./uniformed-table.ts";

export const UNIFORMED_IMPORTS_PER_PAGE = 20;

/** What the cells of a table of figures are held against: missions, and states by code and by any of their names. */
async function readKnown(today: string): Promise<Known> {
  const [missions, states] = await Promise.all([
    database().mission.findMany({ select: { acronym: true } }),
    database().state.findMany({
      select: { code: true, iso3: true, nameEn: true, nameFr: true, nameEs: true },
    }),
  ]);
  return {
    today,
    missions: new Set(missions.map(({ acronym }) => acronym.toUpperCase())),
    stateByIso3: new Map(states.map(({ code, iso3 }) => [iso3, code])),
    stateByName: new Map(
      states.flatMap(({ code, nameEn, nameFr, nameEs }) =>
        [nameEn, nameFr, nameEs].map((name) => [plainWord(name), code] as const),
      ),
    ),
  };
}

/** Reads a sheet against the missions and states of the reference data; null where its header is not one of figures. */
export const readTable = async (sheet: SheetText, today: string): Promise<UniformedTable | null> =>
  readUniformedTable(sheet, await readKnown(today));

/** What a month's figures are known by: the same lines in any order have the same hash. */
const monthHash = (lines: readonly UniformedLine[]): string =>
  createHash("sha256")
    .update(JSON.stringify(lines.map((line) => Object.values(line))))
    .digest("hex");

/** The months of a table, each with its hash. */
export const hashedMonths = (table: UniformedTable) =>
  [...linesByMonth(table.lines)].map(([month, lines]) => ({ month, lines, hash: monthHash(lines) }));

/** The files that were sent, the latest first, with who sent each. */
export async function listUniformedImports(page: number) {
  const [total, imports] = await Promise.all([
    database().uniformedImport.count(),
    database().uniformedImport.findMany({
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * UNIFORMED_IMPORTS_PER_PAGE,
      take: UNIFORMED_IMPORTS_PER_PAGE,
      select: {
        ...{ id: true, fileName: true, cut: true, rows: true, refused: true, state: true },
        ...{ createdAt: true, startedById: true },
      },
    }),
  ]);
  const senders = await database().user.findMany({
    where: { id: { in: imports.map(({ startedById }) => startedById) } },
    select: { id: true, name: true },
  });
  return {
    total,
    imports: imports.map(({ createdAt, startedById, ...row }) => ({
      ...{ ...row, createdAt: createdAt.toISOString() },
      sentBy: senders.find(({ id }) => id === startedById)?.name ?? "–",
    })),
  };
}

const problemRows: z.ZodType<readonly RowProblem[]> = z.array(
  z.object({
    row: z.number(),
    column: z.string(),
    code: z.enum([
      ...(["month", "future", "mission", "state", "category"] as const),
      ...(["people", "total", "twice", "formula"] as const),
    ]),
    cell: z.string(),
  }),
);

/** One file: what was refused and why, and month by month what taking it in would change, or did. */
export async function readUniformedImport(importId: string, today: string) {
  const found = await database().uniformedImport.findUnique({
    where: { id: importId },
    include: {
      months: { orderBy: { month: "asc" }, include: { counts: true } },
    },
  });
  if (!found) return null;
  const { months, problems, createdAt, endedAt, startedById, endedById, fileId, ...facts } = found;
  return {
    ...facts,
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    problems: problemRows.parse(problems),
    months:
      facts.state === "checked"
        ? await monthsToCome(fileId, today)
        : months.map(({ month, version, supersededAt, counts }) => ({
            ...{ month: dayOf(month), lines: counts.length, ...womenAndMenOf(counts) },
            becomes: version === 1 ? ("new" as const) : ("replaced" as const),
            ...{ before: null, short: false },
            superseded: supersededAt !== null,
          })),
  };
}

const peopleIn = ({ women, men }: { readonly women: number; readonly men: number }) => women + men;

/**
 * What each month of a file would become, beside what stands. `short`: it tells fewer than half of the people that a standing
 * table of the same month tells, as a file of one mission does; it would be counted in their place all the same.
 */
async function monthsToCome(fileId: string, today: string) {
  const sheet = await readSpreadsheet(await readStoredFile(fileId));
  const table = sheet.ok ? await readTable(sheet.value, today) : null;
  if (!table) return [];
  const months = hashedMonths(table);
  const standing = await database().uniformedMonth.findMany({
    where: { supersededAt: null, month: { in: months.map(({ month }) => new Date(month)) } },
    include: { counts: { select: { category: true, women: true, men: true } } },
  });
  return months.map(({ month, lines, hash }) => {
    const ofMonth = standing.filter((one) => dayOf(one.month) === month);
    const stood = ofMonth.find(({ cut }) => cut === table.cut);
    const same = stood?.contentHash === hash;
    const told = womenAndMenOf(lines);
    return {
      ...{ month, lines: lines.length, ...told },
      short: ofMonth.some(({ counts }) => 2 * peopleIn(told) < peopleIn(womenAndMenOf(counts))),
      becomes: stood ? (same ? ("same" as const) : ("replaced" as const)) : ("new" as const),
      before: stood ? womenAndMenOf(stood.counts) : null,
      superseded: false,
    };
  });
}
