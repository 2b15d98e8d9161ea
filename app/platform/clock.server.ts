import { AsyncLocalStorage } from "node:async_hooks";

const frozen = new AsyncLocalStorage<{ now: Date }>();

/** The present moment. Use cases ask here, so that the demo and tests can live through a year in a minute. */
export const now = (): Date => new Date(frozen.getStore()?.now ?? Date.now());

/** The present day: ISO, UTC. */
export const today = (): string => now().toISOString().slice(0, 10);

/** Runs `work` as if it were `moment`. */
export const at = <T>(moment: Date, work: () => Promise<T>): Promise<T> => frozen.run({ now: moment }, work);
