import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { atWork, factsOf, isRevealed, type PanelState, seatOf, visibleTo } from "./panel-facts.ts";
import type { PanelCandidacy, PanelPage } from "./panel-page.ts";
import {
  loadPanel,
  readVacancyTitle,
  submittedSheets,
  titleOf,
  VACANCY_TITLE,
} from "./panel-state.queries.server.ts";
import { troublesOf } from "./panel-task.ts";
import { mayReveal, panelProgress } from "./reveal.ts";

export const PANELS_PER_PAGE = 25;

/** The panels an account sits on; for the secretariat and the auditor, all of them. The latest first. */
export async function listPanels(actor: Actor, page: number) {
  const overseer = !can(actor, "panel.listOwn") && can(actor, "panel.list");
  const where = overseer ? {} : { members: { some: { userId: actor.userId ?? "" } } };
  const [total, panels] = await Promise.all([
    database().panel.count({ where }),
    database().panel.findMany({
      where,
      orderBy: { createdAt: "desc" },
      skip: (page - 1) * PANELS_PER_PAGE,
      take: PANELS_PER_PAGE,
      select: {
        id: true,
        phase: true,
        scoringDueOn: true,
        vacancy: { select: VACANCY_TITLE },
        members: { where: { userId: actor.userId ?? "" }, select: { chair: true, declaredAt: true } },
      },
    }),
  ]);
  return {
    total,
    panels: panels.map(({ vacancy, members: [seat], scoringDueOn, ...panel }) => ({
      ...panel,
      scoringDueOn: scoringDueOn?.toISOString().slice(0, 10) ?? null,
      vacancy: titleOf(vacancy),
      seat: seat ? { chair: seat.chair, declared: seat.declaredAt !== null } : null,
    })),
  };
}

/**
 * A panel as this account may see it: a member sees the candidacies they judge and how far their own sheets are; the
 * chair and those who oversee see who owes how many. Nobody sees a mark.
 */
export async function readPanel(actor: Actor, panelId: string): Promise<PanelPage | null> {
  const panel = await loadPanel(database(), panelId);
  if (!panel || !can(actor, "panel.read", factsOf(panel))) return null;
  const seat = seatOf(panel, actor);
  const visible = seat && !seat.declared ? [] : visibleTo(panel, actor);
  const [vacancy, facts, submitted, candidacies, members] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    database().panel.findUniqueOrThrow({
      where: { id: panelId },
      select: { scoringDueOn: true },
    }),
    submittedSheets(database(), panelId),
    readCandidacies(visible, seat?.id ?? null),
    readMembers(panelId),
  ]);
  const work = atWork(panel, submitted);
  const chairOrOverseer = !seat || seat.chair;
  const progress = new Map(panelProgress(work, visible).map((one) => [one.memberId, one]));
  const reveal = mayReveal(panel.vacancyState, work);
  return {
    id: panel.id,
    vacancyId: panel.vacancyId,
    phase: panel.phase,
    vacancy,
    scoringDueOn: facts.scoringDueOn?.toISOString().slice(0, 10) ?? null,
    seat: seat ? { chair: seat.chair, declared: seat.declared } : null,
    candidacies,
    members: members.map((member) => ({
      ...member,
      progress: chairOrOverseer ? (progress.get(member.memberId) ?? null) : null,
    })),
    revealed: isRevealed(panel),
    reveal: can(actor, "panel.reveal", factsOf(panel))
      ? { ready: reveal.ok, refusal: reveal.ok ? null : reveal.refusal }
      : null,
    ...troubles(panel, seat === undefined),
  };
}

/** What only the secretariat can mend; to members, how many candidacies too few judge is not told. */
function troubles(panel: PanelState, overseer: boolean) {
  const found = troublesOf(panel);
  return overseer ? found : { ...found, belowQuorum: 0 };
}

/** Candidacies by name with the state of one member's own sheet; without a member, none. */
async function readCandidacies(
  ids: readonly string[],
  memberId: string | null,
): Promise<readonly PanelCandidacy[]> {
  const candidacies = await database().candidacy.findMany({
    where: { id: { in: [...ids] }, state: { not: "withdrawn" } },
    orderBy: [{ person: { familyName: "asc" } }, { person: { givenName: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      person: { select: { givenName: true, familyName: true } },
      sheets: {
        where: { member: { id: memberId ?? "00000000-0000-0000-0000-000000000000" } },
        select: { submittedAt: true, updatedAt: true },
      },
    },
  });
  return candidacies.map(({ id, person, sheets: [sheet] }) => ({
    candidacyId: id,
    name: `${person.givenName} ${person.familyName}`,
    sheet: sheet ? (sheet.submittedAt ? "submitted" : "draft") : "notBegun",
    savedAt: sheet?.updatedAt.toISOString() ?? null,
  }));
}

/** The members of a panel by name, the chair first. */
export async function readMembers(panelId: string) {
  const members = await database().$queryRaw<{ memberId: string; chair: boolean; name: string }[]>`
    select m."id" as "memberId", m."chair", u."name"
    from "PanelMember" m join "User" u on u."id" = m."userId"
    where m."panelId" = ${panelId}::uuid order by m."chair" desc, u."name"`;
  return members;
}
