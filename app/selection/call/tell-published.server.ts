import { paths } from "#app/paths.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMails } from "#app/platform/mail.server.ts";
import { NAMED_CALL, nameOfCall } from "./call-title.ts";

/** Tells the focal points of the states that a call is addressed to that it was published, in a few statements for all. */
export async function tellPublished(tx: Transaction, callId: string) {
  const { targetedStateCodes, opensAt, closesAt, timeZone, ...call } = await tx.call.findUniqueOrThrow({
    where: { id: callId },
    select: { ...NAMED_CALL, targetedStateCodes: true, opensAt: true, closesAt: true, timeZone: true },
  });
  const stateCode = targetedStateCodes.length > 0 ? { in: targetedStateCodes } : { not: null };
  const focalPoints = await tx.user.findMany({
    where: { roles: { some: { role: "focalPoint", stateCode, revokedAt: null } } },
    orderBy: { id: "asc" },
    select: { id: true, name: true, email: true, locale: true },
  });
  await queueMails(
    tx,
    focalPoints.map(({ id, name, email, locale }) => ({
      kind: "callPublished" as const,
      ...{ to: email, locale },
      params: {
        ...{ name, call: nameOfCall(locale, call), reference: call.reference, timeZone },
        opensAt: opensAt?.toISOString() ?? "",
        closesAt: closesAt?.toISOString() ?? "",
        link: paths.call(call.reference),
      },
      dedupeKey: `callPublished:${callId}:${id}`,
    })),
  );
}
