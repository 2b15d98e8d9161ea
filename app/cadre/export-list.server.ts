import type { Actor } from "#app/access/actor.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { csvText, MAX_SHEET_ROWS, workbookOf } from "#app/platform/spreadsheet.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { ListOrder } from "./cadre-list.ts";
import { listSheet } from "./list-sheet.queries.server.ts";
import { makeFitSheet } from "./make-fit-sheet.server.ts";

/**
 * A list of the cadre as a sheet, with what its reader may see of it and as they have narrowed it; that it was taken, by
 * whom and how many rows, goes on record. One that is too long for a sheet is refused whole: half of it would mislead.
 */
export async function exportList(
  actor: Actor,
  order: ListOrder,
  t: Translate,
): Promise<Result<string | Uint8Array<ArrayBuffer>>> {
  const sheet =
    order.list === "fit" || order.list === "fitToPost"
      ? await makeFitSheet(actor, order, t, MAX_SHEET_ROWS)
      : await listSheet(actor, order, t, MAX_SHEET_ROWS);
  if (sheet === null) return refuse("notFound");
  const { total, head, rows } = sheet;
  if (total > rows.length) return refuse("sheetTooLarge", { rows: total, most: MAX_SHEET_ROWS });
  const { list, format, ...narrowed } = order;
  await inTransaction((tx) =>
    appendEvent(tx, actor, {
      kind: "cadreList.exported",
      subject: { type: "cadreList", id: list },
      facts: { format, rows: rows.length },
      committed: { narrowed: JSON.stringify(narrowed) },
    }),
  );
  const all = [head, ...rows];
  return ok(
    format === "csv" ? csvText(all) : new Uint8Array(await workbookOf(t(`cadre.export.${list}`), all)),
  );
}
