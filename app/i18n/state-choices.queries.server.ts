import { database } from "#app/platform/database.server.ts";
import { nameIn } from "./languages.ts";

/** The states to choose from, by name in one language. */
export async function listStates(locale: string) {
  const states = await database().state.findMany({ select: { code: true, nameEn: true, nameFr: true } });
  return states
    .map((state) => ({ value: state.code, label: nameIn(locale, state) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}

/** The names of some states, by their codes. */
export const listStatesNamed = (codes: readonly string[]) =>
  database().state.findMany({
    where: { code: { in: [...codes] } },
    orderBy: { nameEn: "asc" },
    select: { code: true, nameEn: true, nameFr: true },
  });

/** What a state is called; its code where the tables do not know it. */
export async function stateName(locale: string, code: string) {
  const state = await database().state.findUnique({
    where: { code },
    select: { nameEn: true, nameFr: true },
  });
  return state ? nameIn(locale, state) : code;
}

/** What each of some states is called, asked once for all; the code stands where the tables do not know it. */
export async function stateNames(
  locale: string,
  codes: readonly string[],
): Promise<(code: string) => string> {
  const states = await listStatesNamed([...new Set(codes)]);
  const names = new Map(states.map((state) => [state.code, nameIn(locale, state)]));
  return (code) => names.get(code) ?? code;
}
