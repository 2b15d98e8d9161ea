import type { Reader } from "#app/platform/database.server.ts";
import { derivedConflicts } from "./conflict.ts";
import { conflictDay, readKnown, readMemberTies, readPersonTies } from "./conflict-lookup.queries.server.ts";
import { recusingTies } from "./conflict-register.ts";

interface Between {
  /** Of those who would judge. */
  readonly userIds: readonly string[];
  readonly personIds: readonly string[];
}

/**
 * How many conflicts stand between those who sit on a panel and each of some people, as they would be recused today: what
 * the files show now, under the pins of the register, with what it holds beside. The register alone would not do: it knows
 * a panel's candidates, and a member of the cadre is none until they apply. Who has no conflict is not in the map.
 */
export async function countConflicts(
  reader: Reader,
  { userIds, personIds }: Between,
): Promise<ReadonlyMap<string, number>> {
  if (userIds.length === 0 || personIds.length === 0) return new Map();
  const members = await readMemberTies(
    reader,
    userIds.map((userId) => ({ userId })),
  );
  const people = await readPersonTies(reader, personIds);
  const known = await readKnown(reader, userIds, personIds);
  const today = conflictDay();
  const counts = people.map(({ personId, ...person }) => {
    const ties = members.flatMap((member) =>
      recusingTies(
        known.filter((tie) => tie.userId === member.userId && tie.personId === personId),
        derivedConflicts(member, { personId, ...person }, today),
        today,
      ),
    );
    return [personId, ties.length] as const;
  });
  return new Map(counts.filter(([, ties]) => ties > 0));
}
