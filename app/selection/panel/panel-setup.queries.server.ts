import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import {
  conflictDay,
  readCandidacyTies,
  readKnown,
  readMemberTies,
} from "#app/selection/conflict/conflict-lookup.queries.server.ts";
import { withheldCandidacies } from "#app/selection/conflict/recusal.queries.server.ts";
import { notRecused } from "#app/selection/conflict/recusal.ts";
import { readSettings } from "./composition-settings.queries.server.ts";
import { knownExceptions, knownExpertise } from "./panel-composition.ts";
import type { PanelSetup } from "./panel-page.ts";
import { titleOf, VACANCY_TITLE } from "./panel-state.queries.server.ts";
import { hasInterviewCriteria } from "./phase.ts";

/** So many accounts at most are offered as members. */
const MOST_ACCOUNTS = 200;

/**
 * All that setting a panel up needs: who can sit on it, who sits on it, the candidacies' ties to look conflicts up in,
 * the states, and what still stands in the way of opening it. For the secretariat alone; an officer who is recused from
 * one of the candidacies sees the others, and changes nothing.
 */
export async function readPanelSetup(
  actor: Pick<Actor, "userId">,
  vacancyId: string,
): Promise<PanelSetup | null> {
  const vacancy = await database().vacancy.findUnique({
    where: { id: vacancyId },
    select: {
      ...VACANCY_TITLE,
      state: true,
      post: { select: { ...VACANCY_TITLE.post.select, roleKind: { select: ROLE_KIND } } },
      panel: { include: { members: MEMBERS, exceptions: true } },
      rubric: { select: { criteria: { select: { stage: true } } } },
    },
  });
  if (!vacancy) return null;
  const { panel } = vacancy;
  const [accounts, states, ties, counts, withheld, { settings }] = await Promise.all([
    readPanelAccounts(),
    database().state.findMany({
      orderBy: { nameEn: "asc" },
      select: { code: true, nameEn: true, nameFr: true },
    }),
    readCandidacyTies(database(), vacancyId),
    database().candidacy.groupBy({ by: ["state"], where: { vacancyId, ...notRecused(actor) }, _count: true }),
    withheldCandidacies(database(), actor, vacancyId),
    readSettings(database()),
  ]);
  const countOf = (state: string) => counts.find((one) => one.state === state)?._count ?? 0;
  const open = (candidacyId: string) => !withheld.includes(candidacyId);
  const judged = ties.filter(({ candidacyId }) => open(candidacyId));
  const known = await readKnown(
    database(),
    accounts.map(({ userId }) => userId),
    judged.map(({ personId }) => personId),
  );
  const candidates = new Set(ties.flatMap(({ userId }) => (userId === null ? [] : [userId])));
  return {
    vacancyId,
    state: vacancy.state,
    vacancy: titleOf(vacancy),
    ...{ post: { level: vacancy.post.level, component: vacancy.post.roleKind.component }, settings },
    states,
    accounts: accounts.filter(({ userId }) => !candidates.has(userId)),
    ties: judged.map(({ userId, ...tie }) => tie),
    known,
    today: conflictDay(),
    recused: withheld.length > 0,
    unscreened: countOf("consented"),
    screenedIn: countOf("screenedIn"),
    silent: countOf("nominated"),
    interviewable: hasInterviewCriteria(vacancy.rubric?.criteria ?? []),
    panel: panel && {
      id: panel.id,
      phase: panel.phase,
      version: panel.version,
      scoringDueOn: panel.scoringDueOn?.toISOString().slice(0, 10) ?? "",
      exceptions: knownExceptions(panel.exceptions),
      interview: panel.interview,
      blind: panel.blind,
      calibrates: panel.calibrates,
      noSampleReason: panel.noSampleReason,
      members: panel.members.map(({ conflicts, sheets, ...member }) => ({
        ...{ ...member, ...knownExpertise(member.level, member.field) },
        /** Recused from these, by the member's own word or by what is on file. */
        conflicts: conflicts.filter(({ candidacyId }) => open(candidacyId)),
        begun: sheets.length > 0,
      })),
    },
  };
}

const ROLE_KIND = { ...VACANCY_TITLE.post.select.roleKind.select, component: true } as const;

const MEMBERS = {
  orderBy: [{ chair: "desc" as const }, { id: "asc" as const }],
  select: {
    userId: true,
    chair: true,
    gender: true,
    nationality: true,
    external: true,
    ...{ level: true, field: true },
    conflicts: { select: { candidacyId: true, source: true } },
    sheets: { where: { submittedAt: { not: null } }, take: 1, select: { id: true } },
  },
};

/** What was said of somebody when they last sat on a panel and anything was. */
const lastOf = <K extends "level" | "field">(seats: readonly Readonly<Record<K, string>>[], what: K) =>
  seats.find((seat) => seat[what] !== "")?.[what] ?? null;

/** The accounts that hold the role of a panel member, with what is on file of the person behind each. */
async function readPanelAccounts() {
  const users = await database().user.findMany({
    where: { roles: { some: { role: "panelMember", revokedAt: null } } },
    orderBy: { name: "asc" },
    take: MOST_ACCOUNTS,
    select: { id: true, name: true, person: { select: { gender: true } } },
  });
  const ids = users.map(({ id }) => id);
  const [ties, seats] = await Promise.all([
    readMemberTies(
      database(),
      ids.map((userId) => ({ userId })),
    ),
    database().panelMember.findMany({
      where: { userId: { in: ids } },
      orderBy: { id: "desc" },
      distinct: ["userId", "gender", "external", "level", "field"],
      select: { userId: true, gender: true, external: true, level: true, field: true },
    }),
  ]);
  const seatsOf = (id: string) => seats.filter(({ userId }) => userId === id);
  const file = new Map(ties.map((one) => [one.userId, one]));
  return users.map(({ id, name, person }) => ({
    ...{ userId: id, name, gender: person?.gender ?? seatsOf(id)[0]?.gender ?? null },
    outside: seatsOf(id).some(({ external }) => external),
    ...knownExpertise(lastOf(seatsOf(id), "level"), lastOf(seatsOf(id), "field")),
    nationalities: file.get(id)?.nationalities ?? [],
    career: file.get(id)?.career ?? [],
  }));
}
