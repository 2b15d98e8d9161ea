import { database } from "#app/platform/database.server.ts";
import { readCandidacyTies, readCareers } from "./conflict-lookup.queries.server.ts";
import type { PanelSetup } from "./panel-page.ts";
import { titleOf, VACANCY_TITLE } from "./panel-state.queries.server.ts";

/** So many accounts at most are offered as members. */
const MOST_ACCOUNTS = 200;

/**
 * All that setting a panel up needs: who can sit on it, who sits on it, the candidacies' ties to look conflicts up in,
 * the states, and what still stands in the way of opening it. For the secretariat alone.
 */
export async function readPanelSetup(vacancyId: string): Promise<PanelSetup | null> {
  const vacancy = await database().vacancy.findUnique({
    where: { id: vacancyId },
    select: { ...VACANCY_TITLE, state: true, shortlistSize: true, panel: { include: { members: MEMBERS } } },
  });
  if (!vacancy) return null;
  const { panel } = vacancy;
  const [accounts, states, ties, counts] = await Promise.all([
    readPanelAccounts(),
    database().state.findMany({
      orderBy: { nameEn: "asc" },
      select: { code: true, nameEn: true, nameFr: true },
    }),
    readCandidacyTies(database(), vacancyId),
    database().candidacy.groupBy({ by: ["state"], where: { vacancyId }, _count: true }),
  ]);
  const countOf = (state: string) => counts.find((one) => one.state === state)?._count ?? 0;
  const candidates = new Set(ties.flatMap(({ userId }) => (userId === null ? [] : [userId])));
  return {
    vacancyId,
    state: vacancy.state,
    vacancy: titleOf(vacancy),
    states,
    accounts: accounts.filter(({ userId }) => !candidates.has(userId)),
    ties: ties.map(({ userId, ...tie }) => tie),
    unscreened: countOf("consented"),
    screenedIn: countOf("screenedIn"),
    silent: countOf("nominated"),
    panel: panel && {
      id: panel.id,
      phase: panel.phase,
      version: panel.version,
      scoringDueOn: panel.scoringDueOn?.toISOString().slice(0, 10) ?? "",
      exceptionReason: panel.exceptionReason ?? "",
      members: panel.members.map(({ conflicts, sheets, ...member }) => ({
        ...member,
        /** Recused from these, by the member's own word or by what is on file. */
        conflicts: conflicts.map(({ candidacyId, source }) => ({ candidacyId, source })),
        begun: sheets.length > 0,
      })),
    },
  };
}

const MEMBERS = {
  orderBy: [{ chair: "desc" as const }, { id: "asc" as const }],
  select: {
    userId: true,
    chair: true,
    gender: true,
    nationality: true,
    external: true,
    conflicts: { select: { candidacyId: true, source: true } },
    sheets: { where: { submittedAt: { not: null } }, take: 1, select: { id: true } },
  },
};

/** The accounts that hold the role of a panel member, with what is on file of the person behind each. */
async function readPanelAccounts() {
  const users = await database().user.findMany({
    where: { roles: { some: { role: "panelMember", revokedAt: null } } },
    orderBy: { name: "asc" },
    take: MOST_ACCOUNTS,
    select: { id: true, name: true, person: { select: { gender: true, nationalities: true } } },
  });
  const careers = await readCareers(
    database(),
    users.map(({ id }) => id),
  );
  return users.map(({ id, name, person }) => ({
    userId: id,
    name,
    gender: person?.gender ?? null,
    nationality: person?.nationalities[0] ?? null,
    career: careers.get(id) ?? [],
  }));
}
