import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { readVacancyTitle } from "./panel-state.queries.server.ts";

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

/** Tells members that the sheets are open to each other. */
export async function tellRevealed(tx: Transaction, occasion: Occasion) {
  for (const { userId, params, ...address } of await recipients(tx, occasion)) {
    await queueMail(tx, {
      kind: "sheetsRevealed",
      ...address,
      params: { ...params, link: paths.ranking(occasion.panelId) },
      dedupeKey: `sheetsRevealed:${occasion.panelId}:${userId}`,
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

/** Tells every decision maker that a signed report waits. */
export async function tellDecisionWaits(
  tx: Transaction,
  occasion: { readonly vacancyId: string; readonly dueOn: string },
) {
  const grants = await tx.roleGrant.findMany({
    where: { role: "decisionMaker", revokedAt: null },
    select: { userId: true },
  });
  const userIds = [...new Set(grants.map(({ userId }) => userId))];
  for (const { userId, params, ...address } of await recipients(tx, { ...occasion, userIds })) {
    await queueMail(tx, {
      kind: "decisionWaiting",
      ...address,
      params: { ...params, dueOn: occasion.dueOn, link: paths.decision(occasion.vacancyId) },
      dedupeKey: `decisionWaiting:${occasion.vacancyId}:${userId}`,
    });
  }
}
