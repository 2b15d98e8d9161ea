import type { Reader } from "#app/platform/database.server.ts";
import { KNOWN_TO_STATE, knownToState } from "./known-nominee.ts";
import type { ListedNominee } from "./list-rule.ts";

/** Which region each state belongs to: what the 2024 rule asks. */
export async function readRegions(reader: Reader, codes: readonly string[]) {
  const states = await reader.state.findMany({
    where: { code: { in: [...new Set(codes)] } },
    select: { code: true, regionalGroup: true },
  });
  return new Map(states.map(({ code, regionalGroup }) => [code, regionalGroup]));
}

/** A nominee as the rules see one. */
export const listedOf = (
  nominee: Omit<ListedNominee, "regions">,
  regions: ReadonlyMap<string, string>,
): ListedNominee => ({
  ...nominee,
  regions: nominee.nationalities.flatMap((code) => regions.get(code) ?? []),
});

/** A nominee of a state's list as its rule is judged on what the state knows of them. */
export function seenOf(nomination: { readonly additional: boolean } & Parameters<typeof knownToState>[0]) {
  const { gender, nationalities } = knownToState(nomination);
  return { additional: nomination.additional, gender, nationalities };
}

/** Whom a state has put forward by a call and not taken back: each person once, however many posts they are for. */
export async function readListed(reader: Reader, callId: string, stateCode: string) {
  const nominations = await reader.nomination.findMany({
    where: { callId, stateCode, state: "submitted" },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    select: {
      additional: true,
      personId: true,
      ...KNOWN_TO_STATE,
    },
  });
  const people = new Map(nominations.map((one) => [one.personId, one]));
  return { people: [...people.values()].map((nomination) => seenOf(nomination)) };
}

/** Why a state's list departs from the rule of its call, as it last said; null where it does not, or never did. */
export async function reasonOfList(reader: Reader, callId: string, stateCode: string | null) {
  if (stateCode === null) return null;
  const last = await reader.listSubmission.findFirst({
    where: { callId, stateCode },
    orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
    select: { ruleMet: true, reason: true },
  });
  return last && !last.ruleMet ? last.reason : null;
}
