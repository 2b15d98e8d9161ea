import type { Reader } from "#app/platform/database.server.ts";
import { derivedConflicts } from "#app/selection/conflict/conflict.ts";
import {
  conflictDay,
  readKnown,
  readMemberTies,
  readPersonTies,
} from "#app/selection/conflict/conflict-lookup.queries.server.ts";
import { recusingTies } from "#app/selection/conflict/conflict-register.ts";

/**
 * How many conflicts stand between those who sit on a panel and each of some people, as they would be recused today: what
 * the files show now, under the pins of the register, with what it holds beside. The register alone would not do: it knows
 * a panel's candidates, and a member of the cadre is none until they apply. Who has no conflict is not in the map.
 *
 * @param judges accounts
 */
export async function countPanelConflicts(
  reader: Reader,
  judges: readonly string[],
  personIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (judges.length === 0 || personIds.length === 0) return new Map();
  const members = await readMemberTies(
    reader,
    judges.map((userId) => ({ userId })),
  );
  const people = await readPersonTies(reader, personIds);
  const known = await readKnown(reader, judges, personIds);
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
