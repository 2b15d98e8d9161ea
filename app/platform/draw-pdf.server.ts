import type { Result } from "#app/access/result.ts";
import { drawOnce } from "./draw-once.server.ts";
import type { PdfDocument } from "./pdf-document.ts";
import { runApart } from "./run-apart.server.ts";

/**
 * A document as a PDF, drawn in a thread of its own: whoever else asks is answered meanwhile.
 *
 * @returns `tooBusy` where too many wait for theirs already
 */
export const drawPdf = (document: PdfDocument): Promise<Result<Uint8Array<ArrayBuffer>>> =>
  drawOnce(JSON.stringify(document), () =>
    runApart<PdfDocument, Uint8Array<ArrayBuffer>>({
      ...{ file: "app/platform/pdf.server.ts", name: "renderPdf", input: document },
    }),
  );
