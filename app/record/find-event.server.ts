import { z } from "zod";
import type { Reader } from "#app/platform/database.server.ts";
import { literally } from "#app/platform/like-pattern.ts";
import type { NewEvent } from "./append-event.server.ts";

const recorded = z.object({ facts: z.record(z.string(), z.unknown()) });

interface Sought {
  readonly kind: NewEvent["kind"];
  /** The account that did it; left out: whoever did. */
  readonly actorId?: string;
  readonly subject?: NewEvent["subject"];
  /** One of its facts, by name. */
  readonly fact?: readonly [name: string, value: string];
}

/**
 * The facts of an event on record, or null: what was done is known here even when the thing itself is gone. A form that
 * is sent twice is answered by it as the first time, instead of being refused because the thing is done.
 */
export async function findEvent(
  reader: Reader,
  { kind, actorId, subject, fact }: Sought,
): Promise<Readonly<Record<string, unknown>> | null> {
  const event = await reader.recordEvent.findFirst({
    where: {
      ...{ kind, actorId },
      ...(subject ? { subjectType: subject.type, subjectId: subject.id } : {}),
      ...(fact
        ? { canonical: { contains: literally(`${JSON.stringify(fact[0])}:${JSON.stringify(fact[1])}`) } }
        : {}),
    },
    select: { canonical: true },
  });
  return event && recorded.parse(JSON.parse(event.canonical)).facts;
}
