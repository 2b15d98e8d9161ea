import { paths } from "#app/paths.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { nameOfCall } from "#app/selection/call/call-title.ts";
import { focalPointsOf } from "#app/selection/nomination/focal-point.queries.server.ts";
import { sayReasons } from "#app/selection/screening/say-reasons.server.ts";
import type { ScreeningReason } from "#app/selection/screening/screening-reasons.ts";
import type { PoolCase } from "./pool-review.queries.server.ts";

/** Tells the nominating state whether its nominee agreed to be reviewed for the cadre. */
export const tellPoolAnswer = (tx: Transaction, review: PoolCase, agrees: boolean) =>
  tellState(tx, review, agrees ? "agreed" : "declined");

/** Tells the nominating state that its nominee is in the cadre; the member is told by the cadre itself. */
export const tellEntered = (tx: Transaction, review: PoolCase) => tellState(tx, review, "entered");

/** Tells the person why they were not taken and what to do about it, and the nominating state the same reasons. */
export async function tellNotTaken(tx: Transaction, review: PoolCase, reasons: readonly ScreeningReason[]) {
  const { nominationId, name, email, locale, call } = review;
  await queueMail(tx, {
    kind: "cadreNotTaken",
    ...{ to: email, locale },
    params: {
      ...{ name, call: nameOfCall(locale, call), ...(await sayReasons(reasons, locale)) },
      link: paths.myNomination(nominationId),
    },
    dedupeKey: `cadreNotTaken:${nominationId}`,
  });
  await tellState(tx, review, "notTaken", reasons);
}

async function tellState(
  tx: Transaction,
  { nominationId, stateCode, name: candidate, call }: PoolCase,
  outcome: "agreed" | "declined" | "entered" | "notTaken",
  reasons: readonly ScreeningReason[] = [],
) {
  for (const { id, name, email, locale } of await focalPointsOf(tx, stateCode)) {
    await queueMail(tx, {
      kind: "stateToldOfCadre",
      ...{ to: email, locale },
      params: {
        ...{ name, candidate, call: nameOfCall(locale, call), outcome },
        reasons: reasons.length > 0 ? (await sayReasons(reasons, locale)).reasons : "",
        link: paths.nomination(nominationId),
      },
      dedupeKey: `stateToldOfCadre:${outcome}:${nominationId}:${id}`,
    });
  }
}
