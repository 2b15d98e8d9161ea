import { createHash } from "node:crypto";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "./clock.server.ts";

/** What is drawn is kept for so long: many ask for the same picture at a time. */
const KEPT_MS = 60_000;
/** So many drawings are kept at most, the latest ones. */
const MOST_KEPT = 40;
/** So many wait their turn at most; who comes then is asked to come again. */
const MOST_WAITING = 8;

type Drawn = Uint8Array<ArrayBuffer>;

interface Kept {
  readonly at: number;
  readonly drawing: Promise<Drawn>;
}

const kept = new Map<string, Kept>();
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Has something drawn that takes a processor for long, and that anybody may ask for: one at a time, the same content once a
 * minute. What failed is not kept.
 *
 * @param content all that it is drawn from: the same content is the same drawing
 * @returns `tooBusy` where too many wait already
 */
export async function drawOnce(content: string, draw: () => Promise<Drawn>): Promise<Result<Drawn>> {
  const key = createHash("sha256").update(content).digest("hex");
  const at = now().getTime();
  const known = kept.get(key);
  if (known && Math.abs(at - known.at) < KEPT_MS) return ok(await known.drawing);
  if (waiting >= MOST_WAITING) return refuse("tooBusy");
  const drawing = inTurn(draw);
  const mine = { at, drawing };
  kept.delete(key);
  kept.set(key, mine);
  for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old);
  drawing.catch(() => {
    if (kept.get(key) === mine) kept.delete(key);
  });
  return ok(await drawing);
}

/** Draws when what was asked for before is drawn, well or badly. */
function inTurn(draw: () => Promise<Drawn>): Promise<Drawn> {
  waiting += 1;
  const drawing = last.then(draw, draw).finally(() => {
    waiting -= 1;
  });
  last = drawing.catch(() => undefined);
  return drawing;
}
