import { z } from "zod";
import { type Found, ROUTINES } from "./routines.ts";

const knownCase = z.object({
  name: z.string(),
  routine: z.string(),
  input: z.unknown(),
  expected: z.record(z.string(), z.unknown()),
  tolerance: z.number(),
});

/** A case as the files have it. */
export type KnownCase = z.infer<typeof knownCase>;

/** A file of cases. */
export const caseFile = z.array(knownCase);

/** Runs one case. @returns what differs, each with its numbers; nothing if it passes */
export function checkCase({ routine, input, expected, tolerance }: KnownCase): readonly string[] {
  const run = Object.hasOwn(ROUTINES, routine) ? ROUTINES[routine] : undefined;
  if (run === undefined) return [`no routine is called ${routine}`];
  let found: Found;
  try {
    found = run(input);
  } catch (fault) {
    return [`${routine} failed: ${fault instanceof Error ? fault.message : String(fault)}`];
  }
  return Object.entries(expected).flatMap(([key, value]) =>
    key in found ? differences(value, found[key], tolerance, key) : [`${key}: ${routine} does not give it`],
  );
}

function differences(expected: unknown, found: unknown, tolerance: number, where: string): readonly string[] {
  if (typeof expected === "number" && typeof found === "number") {
    const distance = Math.abs(expected - found);
    if (distance <= tolerance) return [];
    return [`${where}: expected ${expected}, got ${found}, ${distance} apart, tolerance ${tolerance}`];
  }
  if (Array.isArray(expected) && Array.isArray(found)) {
    const length =
      expected.length === found.length ? [] : [`${where}: ${expected.length} expected, ${found.length} got`];
    return [
      ...length,
      ...expected.flatMap((value, at) => differences(value, found[at], tolerance, `${where}[${at}]`)),
    ];
  }
  return expected === found
    ? []
    : [`${where}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(found)}`];
}
