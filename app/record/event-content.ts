import { z } from "zod";

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const content = z.object({
  facts: z.record(z.string(), value),
  committed: z.record(z.string(), z.string()),
});

/** One fact of an event, as text. */
export interface EventFact {
  readonly name: string;
  /** null where the event says that there is none. */
  readonly value: string | null;
}

/**
 * What an event says beyond who, when and about what, read from its canonical JSON: facts in clear, and the
 * commitments to personal values, hex.
 *
 * @throws on text that is no event of the record
 */
export function eventContent(canonical: string): {
  readonly facts: readonly EventFact[];
  readonly committed: readonly { readonly field: string; readonly commitment: string }[];
} {
  const { facts, committed } = content.parse(JSON.parse(canonical));
  return {
    facts: Object.entries(facts).map(([name, given]) => ({ name, value: textOf(given) })),
    committed: Object.entries(committed).map(([field, commitment]) => ({ field, commitment })),
  };
}

function textOf(given: z.infer<typeof value>): string | null {
  if (given === null) return null;
  return Array.isArray(given) ? given.join(", ") : String(given);
}
