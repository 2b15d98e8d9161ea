import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { zoneOf } from "#app/mentoring/session/session.ts";
import { database, type Reader } from "#app/platform/database.server.ts";
import { mayShortlist } from "#app/selection/interview/shortlist.ts";
import { LEFT_STATES } from "#app/selection/lifecycle.ts";
import { namesTo } from "#app/selection/sheet/blind.queries.server.ts";
import { isBlindTo } from "#app/selection/sheet/blind.ts";
import { panelProgress, revealRound } from "#app/selection/sheet/reveal.ts";
import {
  atWork,
  factsOf,
  isCompared,
  isRevealed,
  type PanelState,
  seatOf,
  visibleTo,
} from "./panel-facts.ts";
import type { PanelCandidacy, PanelPage } from "./panel-page.ts";
import {
  loadPanel,
  readVacancyTitle,
  submittedSheets,
  titleOf,
  unheardOf,
  VACANCY_TITLE,
} from "./panel-state.queries.server.ts";
import { troublesOf } from "./panel-task.ts";
import { readPeriods } from "./phase.queries.server.ts";
import { PHASE_RIGHTS, roundOf } from "./phase.ts";
import { seesNames } from "./seated-roles.queries.server.ts";

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
  const [vacancy, facts, submitted, unheard, candidacies, members, periods] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    database().panel.findUniqueOrThrow({
      where: { id: panelId },
      select: { scoringDueOn: true, noSampleReason: true },
    }),
    submittedSheets(database(), panel),
    unheardOf(database(), panel),
    readCandidacies(actor, panel, visible),
    readMembers(panelId),
    readPeriods(panelId),
  ]);
  const work = atWork(panel, submitted, unheard);
  const seen = new Set(visible);
  const among = work.candidacyIds.filter((id) => seen.has(id));
  const chairOrOverseer = !seat || seat.chair;
  const progress = new Map(panelProgress(work, among).map((one) => [one.memberId, one]));
  const reveal = revealRound(panel, work);
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
    compared: isCompared(panel),
    interview: panel.interview,
    calibrates: panel.calibrates,
    noSampleReason: facts.noSampleReason,
    blind: panel.blind,
    masked: isBlindTo(panel, actor),
    rights: PHASE_RIGHTS[panel.phase],
    periods,
    mayShortlist: mayShortlist(panel) && can(actor, "shortlist.set", factsOf(panel)),
    mayOpenInterviews: panel.phase === "compared" && can(actor, "panel.reveal", factsOf(panel)),
    mayArrange: panel.interview && PHASE_RIGHTS[panel.phase].arranges && can(actor, "interview.arrange"),
    mayPlan: can(actor, "panel.set") && PHASE_RIGHTS[panel.phase].seats !== "none",
    reveal: can(actor, "panel.reveal", factsOf(panel))
      ? { ready: reveal.ok, refusal: reveal.ok ? null : reveal.refusal }
      : null,
    rolesRest: seat === undefined && (await rolesRest(panel)),
    ...troubles(panel, seat === undefined),
  };
}

const rolesRest = async ({ blind, phase, members }: PanelState) =>
  blind &&
  (phase === "calibration" || phase === "desk") &&
  (await seesNames(
    database(),
    members.map(({ userId }) => userId),
  ));

/** What only the secretariat can mend; to members, how many candidacies too few judge is not told. */
function troubles(panel: PanelState, overseer: boolean) {
  const found = troublesOf(panel);
  return overseer ? found : { ...found, belowQuorum: 0 };
}

/** Candidacies by name with the state of one member's own sheet; without a member, none. */
async function readCandidacies(
  actor: Actor,
  panel: PanelState,
  ids: readonly string[],
): Promise<readonly PanelCandidacy[]> {
  const memberId = seatOf(panel, actor)?.id ?? null;
  const stage = roundOf(panel.phase, panel);
  const nameOf = await namesTo(actor, panel);
  const candidacies = await database().candidacy.findMany({
    where: { id: { in: [...ids] }, state: { notIn: [...LEFT_STATES] } },
    orderBy: [{ person: { familyName: "asc" } }, { person: { givenName: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      person: {
        select: {
          ...{ givenName: true, familyName: true, timeZone: true },
          user: { select: { timeZone: true } },
        },
      },
      interview: { select: { startsAt: true, cancelledAt: true, place: true } },
      sheets: {
        where: {
          stage,
          supersededById: null,
          member: { id: memberId ?? "00000000-0000-0000-0000-000000000000" },
        },
        select: { submittedAt: true, updatedAt: true },
      },
    },
  });
  const ordered = isBlindTo(panel, actor) ? byLetters(panel, candidacies) : candidacies;
  return ordered.map(({ id, person, interview, sheets: [sheet] }) => ({
    candidacyId: id,
    name: nameOf(id, person),
    invited: !panel.passedOver.includes(id),
    sheet: sheet ? (sheet.submittedAt ? "submitted" : "draft") : "notBegun",
    savedAt: sheet?.updatedAt.toISOString() ?? null,
    interview:
      interview && interview.cancelledAt === null
        ? {
            startsAt: interview.startsAt.toISOString(),
            candidateZone: zoneOf(person),
            place: interview.place,
          }
        : null,
  }));
}

/** In the order of their letters, A to Z before AA. */
function byLetters<C extends { readonly id: string }>({ letters }: PanelState, candidacies: readonly C[]) {
  const place = new Map([...letters.keys()].map((id, n) => [id, n]));
  return candidacies.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

/** The members of a panel by name, the chair first. */
export async function readMembers(panelId: string, reader: Reader = database()) {
  const members = await reader.$queryRaw<{ memberId: string; chair: boolean; name: string }[]>`
    select m."id" as "memberId", m."chair", u."name"
    from "PanelMember" m join "User" u on u."id" = m."userId"
    where m."panelId" = ${panelId}::uuid order by m."chair" desc, u."name"`;
  return members;
}
