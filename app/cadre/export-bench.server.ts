import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { csvText, workbookOf } from "#app/platform/spreadsheet.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { readBench } from "./bench.queries.server.ts";
import { benchSheet } from "./bench-sheet.ts";

interface Order {
  readonly format: "csv" | "xlsx";
  /** Of one mission, by its acronym; every one where none is named. */
  readonly mission?: string | undefined;
}

/** The bench as a sheet, to whoever may see it; that it was taken, by whom and of what, goes on record. */
export async function exportBench(
  actor: Actor,
  { format, mission }: Order,
  t: Translate,
): Promise<Result<string | Uint8Array<ArrayBuffer>>> {
  if (!can(actor, "bench.read")) return refuse("notFound");
  const { posts } = await readBench(mission);
  const rows = benchSheet(posts, t, actor.locale);
  await inTransaction((tx) =>
    appendEvent(tx, actor, {
      kind: "bench.exported",
      subject: { type: "bench", id: mission ?? "all" },
      facts: { format, rows: posts.length },
    }),
  );
  return ok(format === "csv" ? csvText(rows) : new Uint8Array(await workbookOf(t("bench.title"), rows)));
}
