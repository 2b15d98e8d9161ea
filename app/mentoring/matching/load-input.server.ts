import { now } from "#app/platform/clock.server.ts";
import type { Reader } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { findConflicts } from "#app/selection/conflict/find-conflicts.server.ts";
import { loadMatchFacts, TO_MATCH } from "./match-facts.queries.server.ts";

/** Between whom a matching of today looks: the accounts of the mentors available, the people who wait for one. */
export async function sidesToMatch(reader: Reader) {
  const needs = await reader.mentorshipNeed.findMany({ where: TO_MATCH, select: { personId: true } });
  const mentors = await reader.mentor.findMany({
    where: { state: "available" },
    select: { person: { select: { userId: true } } },
  });
  return {
    userIds: mentors.flatMap(({ person }) => person.userId ?? []),
    personIds: needs.map(({ personId }) => personId),
  };
}

/** Everything a matching of today is given, with what the register of conflicts keeps by somebody's word. */
export const loadInput = async (reader: Reader) =>
  loadMatchFacts(reader, dayOf(now()), await findConflicts(reader, await sidesToMatch(reader)));
