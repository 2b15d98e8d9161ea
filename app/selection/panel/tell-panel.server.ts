import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { candidateUserIds } from "./judging-candidates.queries.server.ts";
import { factsOf } from "./panel-facts.ts";
import { loadPanel, readVacancyTitle } from "./panel-state.queries.server.ts";
import { shortOfJudges } from "./panel-task.ts";

interface Occasion {
  readonly panelId: string;
  readonly vacancyId: string;
  readonly userIds: readonly string[];
}

/** What every message about a vacancy says, in the language of who receives it. */
async function recipients(tx: Transaction, { vacancyId, userIds }: Omit<Occasion, "panelId">) {
  const { roleKind, mission } = await readVacancyTitle(tx, vacancyId);
  const users = await tx.user.findMany({
    where: { id: { in: [...userIds] } },
    select: { id: true, name: true, email: true, locale: true },
  });
  return users.map(({ id, name, email, locale }) => ({
    userId: id,
    to: email,
    locale,
    params: { name, post: nameIn(locale, roleKind), mission: mission.acronym },
  }));
}

/** Invites members to a panel that has opened. */
export async function invitePanel(tx: Transaction, occasion: Occasion & { readonly dueOn: string }) {
  for (const { userId, params, ...address } of await recipients(tx, occasion)) {
    await queueMail(tx, {
      kind: "panelInvited",
      ...address,
      params: { ...params, dueOn: occasion.dueOn, link: paths.panel(occasion.panelId) },
      dedupeKey: `panelInvited:${occasion.panelId}:${userId}`,
    });
  }
}

/** Tells members that the calibration is over and the desk open. */
export async function tellDeskOpened(tx: Transaction, occasion: Occasion) {
  for (const { userId, params, ...address } of await recipients(tx, occasion)) {
    await queueMail(tx, {
      kind: "deskOpened",
      ...address,
      params: { ...params, link: paths.panel(occasion.panelId) },
      dedupeKey: `deskOpened:${occasion.panelId}:${userId}`,
    });
  }
}

/** Tells members that the sheets are open to each other: all of them, or those of the desk with interviews to come. */
export async function tellRevealed(tx: Transaction, occasion: Occasion & { readonly last: boolean }) {
  const { panelId, last } = occasion;
  for (const { userId, params, ...address } of await recipients(tx, occasion)) {
    await queueMail(tx, {
      kind: "sheetsRevealed",
      ...address,
      params: { ...params, link: last ? paths.ranking(panelId) : paths.panel(panelId) },
      dedupeKey: `sheetsRevealed:${panelId}:${last ? "" : "desk:"}${userId}`,
    });
  }
}

/** Asks members to sign a version of the report. */
export async function askToSign(tx: Transaction, occasion: Occasion & { readonly reportId: string }) {
  for (const { userId, params, ...address } of await recipients(tx, occasion)) {
    await queueMail(tx, {
      kind: "reportToSign",
      ...address,
      params: { ...params, link: paths.report(occasion.panelId) },
      dedupeKey: `reportToSign:${occasion.reportId}:${userId}`,
    });
  }
}

/** Tells every decision maker that a signed report waits, but for who is a candidate for the post. */
export async function tellDecisionWaits(
  tx: Transaction,
  occasion: { readonly vacancyId: string; readonly dueOn: string },
) {
  const grants = await tx.roleGrant.findMany({
    where: { role: "decisionMaker", revokedAt: null },
    select: { userId: true },
  });
  const candidates = new Set(await candidateUserIds(tx, occasion.vacancyId));
  const userIds = [...new Set(grants.map(({ userId }) => userId))].filter((id) => !candidates.has(id));
  for (const { userId, params, ...address } of await recipients(tx, { ...occasion, userIds })) {
    await queueMail(tx, {
      kind: "decisionWaiting",
      ...address,
      params: { ...params, dueOn: occasion.dueOn, link: paths.decision(occasion.vacancyId) },
      dedupeKey: `decisionWaiting:${occasion.vacancyId}:${userId}`,
    });
  }
}

/**
 * Tells the chair that a member is recused from one more candidacy, never from which; the secretariat too where that
 * takes the chair, or leaves too few to judge somebody.
 */
export async function tellRecused(tx: Transaction, panelId: string, memberId: string) {
  const panel = await loadPanel(tx, panelId);
  const seat = panel?.members.find(({ id }) => id === memberId);
  if (!panel || !seat) return;
  const short = shortOfJudges(panel);
  const { chairUserId } = factsOf(panel);
  const officers =
    short > 0 || seat.chair
      ? await tx.roleGrant.findMany({
          where: { role: "secretariat", revokedAt: null, userId: { not: seat.userId } },
          select: { userId: true },
        })
      : [];
  const toChair = chairUserId !== null && !seat.chair ? [chairUserId] : [];
  const userIds = [...new Set([...toChair, ...officers.map(({ userId }) => userId)])];
  const { name: member } = await tx.user.findUniqueOrThrow({ where: { id: seat.userId } });
  const { vacancyId } = panel;
  for (const { userId, params, ...address } of await recipients(tx, { vacancyId, userIds })) {
    const link = userId === chairUserId ? paths.panel(panelId) : paths.setPanel(vacancyId);
    await queueMail(tx, {
      kind: "memberRecused",
      ...address,
      params: { ...params, member, short, chair: seat.chair ? "yes" : "no", link },
      dedupeKey: `memberRecused:${panelId}:${memberId}:${seat.recusedFrom.length}:${userId}`,
    });
  }
}
