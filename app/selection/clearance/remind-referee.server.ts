import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { enqueue } from "#app/platform/jobs.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { asksForGates } from "#app/selection/lifecycle.ts";
import { referenceToken } from "./ask-referee.server.ts";
import { REFERENCE_DAYS, referenceState } from "./reference.ts";

const DAY = 86_400_000;
const PERIOD = REFERENCE_DAYS.remindAfter * DAY;

/**
 * Reminds a referee who has not answered, a week after being asked and again a week later, by the same link. Run again,
 * or for a reference that is not awaited any more, it does nothing.
 */
export function remindReferee(referenceId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const reference = await load(tx, referenceId);
    if (!reference || referenceState(reference, now()) !== "waiting") return;
    const { clearance, askedAt, expiresAt, name, email, locale, tokenHash } = reference;
    const { state, vacancy, person } = clearance.candidacy;
    const time = Math.floor((now().getTime() - askedAt.getTime()) / PERIOD);
    if (time < 1 || time > REFERENCE_DAYS.reminders || !asksForGates(state, vacancy.state)) return;
    await queueMail(tx, {
      kind: "referenceReminder",
      to: email,
      locale,
      params: {
        name,
        candidate: `${person.givenName} ${person.familyName}`,
        post: nameIn(locale, vacancy.post.roleKind),
        link: paths.reference(referenceToken(reference)),
        dueOn: expiresAt.toISOString().slice(0, 10),
      },
      dedupeKey: `referenceReminder:${tokenHash}:${time}`,
    });
    await tx.reference.updateMany({
      where: { id: referenceId, answeredAt: null },
      data: { remindedAt: now() },
    });
    const next = new Date(askedAt.getTime() + (time + 1) * PERIOD);
    if (time < REFERENCE_DAYS.reminders)
      await enqueue(tx, "remindReferee", { referenceId }, `remind:${referenceId}`, next);
  });
}

const load = (tx: Transaction, id: string) =>
  tx.reference.findUnique({
    where: { id },
    include: {
      clearance: {
        select: {
          candidacy: {
            select: {
              state: true,
              person: { select: { givenName: true, familyName: true } },
              vacancy: {
                select: {
                  state: true,
                  post: { select: { roleKind: { select: { nameEn: true, nameFr: true } } } },
                },
              },
            },
          },
        },
      },
    },
  });
