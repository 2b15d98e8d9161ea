import { AsyncLocalStorage } from "node:async_hooks";

/** What belongs to one request: how many statements it sent, and what it has already looked up. */
interface RequestScope {
  queries: number;
  readonly memo: Map<string, Promise<unknown>>;
}

const scopes = new AsyncLocalStorage<RequestScope>();

/** Runs one request's work in a scope of its own; the server wraps every request in it. */
export const inRequestScope = <T>(work: () => T): T => scopes.run({ queries: 0, memo: new Map() }, work);

/** Called by the database for each statement sent. */
export const countQuery = () => {
  const scope = scopes.getStore();
  if (scope) scope.queries += 1;
};

/** How many statements this request has sent so far; 0 outside a request. */
export const queriesSoFar = () => scopes.getStore()?.queries ?? 0;

/** Looks a thing up once per request, however many loaders ask for it; outside a request, each time. */
export function oncePerRequest<T>(key: string, lookUp: () => Promise<T>): Promise<T> {
  const scope = scopes.getStore();
  if (!scope) return lookUp();
  const known = scope.memo.get(key) as Promise<T> | undefined;
  if (known) return known;
  const asked = lookUp();
  scope.memo.set(key, asked);
  return asked;
}

/** Forgets what was looked up, after a write that changes it. */
export const forgetLookups = () => scopes.getStore()?.memo.clear();
