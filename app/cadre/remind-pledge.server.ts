import { loadMessages } from "#app/i18n/catalogues.ts";
import { readyLanguage } from "#app/i18n/languages.ts";
import { translator } from "#app/i18n/translate.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { orderReminder } from "./keep-pledge.server.ts";
import { isOpen, reminderOf } from "./state-pledge.ts";

/**
 * Reminds the focal points of a state of what it pledged: 30 and 7 days before the day, 7 and 37 after it. Run again, or
 * for a pledge that was delivered or withdrawn meanwhile, it tells nobody anything.
 */
export function remindPledge(pledgeId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const pledge = await tx.statePledge.findUnique({ where: { id: pledgeId } });
    if (!pledge || !isOpen(pledge.level)) return;
    const dueOn = pledge.dueOn.toISOString().slice(0, 10);
    const { current, next } = reminderOf(dueOn, today());
    await orderReminder(tx, pledgeId, next);
    if (current === null) return;
    const focalPoints = await tx.user.findMany({
      where: { roles: { some: { role: "focalPoint", stateCode: pledge.stateCode, revokedAt: null } } },
      orderBy: { id: "asc" },
      select: { id: true, name: true, email: true, locale: true },
    });
    for (const { id, name, email, locale } of focalPoints) {
      const language = readyLanguage(locale);
      const t = translator(language, await loadMessages(language));
      await queueMail(tx, {
        kind: current < 0 ? "pledgeDue" : "pledgeOverdue",
        ...{ to: email, locale },
        params: {
          ...{ name, dueOn, link: paths.statePledge(pledgeId) },
          pledge: t(`pledge.amount.${pledge.kind}`, { count: pledge.quantity }),
        },
        dedupeKey: `pledge:${pledgeId}:${current}:${id}`,
      });
    }
  });
}
