import { inRequestScope, queriesSoFar } from "#app/platform/request-scope.server.ts";

/** Runs one question as a request would and tells how many statements it sent. */
export const countQueries = <T>(work: () => Promise<T>): Promise<{ value: T; queries: number }> =>
  inRequestScope(async () => {
    const value = await work();
    return { value, queries: queriesSoFar() };
  });
