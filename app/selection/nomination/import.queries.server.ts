import { z } from "zod";
import type { Actor } from "#app/access/actor.ts";
import { actingState, can } from "#app/access/can.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { takesNominations } from "#app/selection/call/call.ts";
import { isFor, readCallFacts } from "#app/selection/call/call-facts.queries.server.ts";
import { NAMED_CALL, nameOfCall } from "#app/selection/call/call-title.ts";
import { IMPORT_COLUMNS } from "./import-columns.ts";

const shown = z.array(
  z.object({
    row: z.number(),
    column: z.enum(["", ...IMPORT_COLUMNS]),
    letters: z.string(),
    code: z.string(),
    found: z.string(),
  }),
);

/** Of whose imports an actor may know: a focal point of the state's own, the secretariat of its own. */

/** The call a sheet is sent for, with the sheets sent before; null where this actor may send none. */
export async function readImportCall(actor: Actor, callId: string) {
  const stateCode = actingState(actor);
  if (!can(actor, "import.run", { stateCode })) return null;
  const call = await readCallFacts(database(), callId, now());
  if (!call || (stateCode !== null && !isFor(call, stateCode))) return null;
  const imports = await database().nominationImport.findMany({
    where: { callId, stateCode },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 20,
    select: { id: true, state: true, fileName: true, rows: true, createdAt: true },
  });
  return {
    ...{ id: call.id, reference: call.reference, name: nameOfCall(actor.locale, call) },
    open: takesNominations(call.phase),
    imports: imports.map(({ createdAt, ...one }) => ({ ...one, createdAt: createdAt.toISOString() })),
  };
}

/** One import: how far it has come, and each bad cell where there are any; null where it is not this actor's. */
export async function readImportPage(actor: Actor, importId: string) {
  const found = await database().nominationImport.findUnique({
    where: { id: importId },
    select: {
      id: true,
      callId: true,
      stateCode: true,
      state: true,
      fileName: true,
      encoding: true,
      rows: true,
      exampleRow: true,
      problemCount: true,
      problems: true,
      createdAt: true,
      finishedAt: true,
      progress: { select: { done: true } },
      call: { select: NAMED_CALL },
    },
  });
  if (!found || !can(actor, "import.run", found)) return null;
  const { call, problems, createdAt, finishedAt, progress, ...facts } = found;
  return {
    ...facts,
    done: progress?.done ?? 0,
    call: nameOfCall(actor.locale, call),
    reference: call.reference,
    problems: shown.parse(problems),
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
export type ImportPage = NonNullable<Awaited<ReturnType<typeof readImportPage>>>;
