import { paths } from "#app/paths.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import type { CallFacts } from "./call-facts.queries.server.ts";
import { nameOfCall } from "./call-title.ts";
import type { Entry } from "./enter-nomination.server.ts";

interface Submission {
  readonly call: CallFacts;
  readonly submissionId: string;
  readonly stateCode: string;
  readonly entries: readonly Entry[];
}

/** Confirms a submission to every focal point of the state: they work on one list together. */
export async function confirmList(tx: Transaction, { call, submissionId, stateCode, entries }: Submission) {
  if (entries.length === 0) return;
  const focalPoints = await tx.roleGrant.findMany({
    where: { role: "focalPoint", stateCode, revokedAt: null },
    orderBy: { id: "asc" },
    select: { user: { select: { id: true, name: true, email: true, locale: true } } },
  });
  const candidates = entries.map(({ file }) => `${file.givenName} ${file.familyName}`).join(", ");
  for (const { user } of focalPoints) {
    await queueMail(tx, {
      kind: "listReceived",
      to: user.email,
      locale: user.locale,
      params: {
        name: user.name,
        call: nameOfCall(user.locale, call),
        reference: call.reference,
        candidates,
        link: paths.list(call.id),
      },
      dedupeKey: `listReceived:${submissionId}:${user.id}`,
    });
  }
}
