import type { Result } from "#app/access/result.ts";
import { drawOnce } from "./draw-once.server.ts";
import { runApart } from "./run-apart.server.ts";

/**
 * An SVG of the program's own as a PNG, drawn in a thread of its own: half a second of a processor in which whoever else asks is
 * answered all the same.
 *
 * @returns `tooBusy` where too many wait for theirs already
 */
export const drawPng = (svg: string): Promise<Result<Uint8Array<ArrayBuffer>>> =>
  drawOnce(svg, () =>
    runApart<string, Uint8Array<ArrayBuffer>>({
      ...{ file: "app/platform/png-picture.mjs", name: "pngOf", input: svg },
    }),
  );
