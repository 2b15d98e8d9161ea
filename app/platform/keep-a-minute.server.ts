import { createHash } from "node:crypto";
import { now } from "./clock.server.ts";
import { database } from "./database.server.ts";

const A_MINUTE_MS = 60_000;

/** A value that was made not more than a minute ago. */
export interface Kept<T> {
  readonly value: T;
  /** SHA-256 of the value as JSON, in hex. */
  readonly hash: string;
  /** Since when this process has known the value to be what it is. */
  readonly since: Date;
  /** Whole seconds for which it may still be kept elsewhere, 0 to 60. */
  readonly freshFor: number;
}

interface Made<T> {
  readonly at: number;
  readonly from: ReturnType<typeof database>;
  readonly value: Promise<Omit<Kept<T>, "freshFor">>;
}

/**
 * Has a value made at most once a minute, however many ask for it: those that ask while it is being made wait for the same
 * run. A minute is counted from when the making began, so that nothing shown is older. What failed is not kept.
 *
 * @param make gives what JSON can say
 */
export function keptAMinute<T>(make: () => Promise<T>): () => Promise<Kept<T>> {
  let latest: Made<T> | undefined;
  const begin = (at: number, before: Made<T> | undefined): Made<T> => {
    const value = make().then(async (value) => {
      const hash = createHash("sha256").update(JSON.stringify(value)).digest("hex");
      const known = await before?.value.catch(() => undefined);
      return { value, hash, since: known?.hash === hash ? known.since : new Date(at) };
    });
    const made = { at, from: database(), value };
    value.catch(() => {
      if (latest === made) latest = undefined;
    });
    return made;
  };
  return async () => {
    const at = now().getTime();
    const same = latest?.from === database() ? latest : undefined;
    const age = same ? at - same.at : Number.POSITIVE_INFINITY;
    const made = same && age >= 0 && age < A_MINUTE_MS ? same : begin(at, same);
    latest = made;
    return { ...(await made.value), freshFor: Math.floor((A_MINUTE_MS - Math.max(0, at - made.at)) / 1000) };
  };
}
