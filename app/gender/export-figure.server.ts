import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { drawPng } from "#app/platform/draw-png.server.ts";
import { csvText, workbookOf } from "#app/platform/spreadsheet.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { Figure } from "./figure.ts";
import type { FigureAsk, FigureFormat } from "./figure-ask.ts";
import { figurePicture } from "./figure-picture.ts";
import { figureSheet } from "./figure-sheet.ts";
import { FIGURES } from "./read-figure.server.ts";

type Body = string | Uint8Array<ArrayBuffer>;

/**
 * A figure as a file, read anew as its page reads it, with its note inside. That an exact figure was taken, by whom and in
 * which form, goes on record; what everybody may see does not.
 */
export async function exportFigure(
  actor: Actor | null,
  { id, form, ask }: { readonly id: string; readonly form: FigureFormat; readonly ask: FigureAsk },
): Promise<Result<Body>> {
  const entry = FIGURES.get(id);
  if (!entry || (entry.needs && !(actor && can(actor, entry.needs)))) return refuse("notFound");
  const figure = await entry.read({ ...ask, every: form === "csv" || form === "xlsx" });
  if (figure === null) return refuse("notFound");
  const body = await fileOf(ask, figure, form);
  if (!body.ok) return body;
  if (figure.exact)
    await inTransaction((tx) =>
      appendEvent(tx, actor, {
        kind: "balanceFigure.exported",
        subject: { type: "balanceFigure", id },
        facts: { form, rows: figure.rows.length },
        committed: { asked: JSON.stringify(ask.asked) },
      }),
    );
  return body;
}

/** A figure in one of its forms. */
async function fileOf(
  { t, format }: Pick<FigureAsk, "t" | "format">,
  figure: Figure,
  form: FigureFormat,
): Promise<Result<Body>> {
  if (form === "svg") return ok(figurePicture(t, format, figure));
  if (form === "png") return drawPng(figurePicture(t, format, figure));
  const rows = figureSheet(t, format, figure);
  return ok(form === "csv" ? csvText(rows) : new Uint8Array(await workbookOf(t("figure.sheet"), rows)));
}
