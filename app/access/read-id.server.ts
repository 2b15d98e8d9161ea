import { z } from "zod";
import { notFound } from "./respond.server.ts";

/** The id in an address; anything that is no id answers 404 before the database is asked. */
export function readId(param: string | undefined): string {
  const id = z.uuid().safeParse(param);
  if (!id.success) throw notFound();
  return id.data;
}

/** What a question found, or the 404 page where there is nothing for this actor. */
export function orNotFound<T>(found: T | null): T {
  if (found === null) throw notFound();
  return found;
}
