import { paths } from "#app/paths.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import type { CallFacts } from "./call-facts.queries.server.ts";
import { nameOfCall } from "./call-title.ts";

/** Nominees that a message names; a longer list is looked at on its page. */
const NAMED = 20;

interface Submission {
  readonly call: CallFacts;
  readonly submissionId: string;
  readonly stateCode: string;
  /** Of those just submitted. */
  readonly names: readonly string[];
}

/** Confirms a submission to every focal point of the state: they work on one list together. */
export async function confirmList(tx: Transaction, { call, submissionId, stateCode, names }: Submission) {
  if (names.length === 0) return;
  const focalPoints = await tx.roleGrant.findMany({
    where: { role: "focalPoint", stateCode, revokedAt: null },
    orderBy: { id: "asc" },
    select: { user: { select: { id: true, name: true, email: true, locale: true } } },
  });
  const more = names.length > NAMED ? ", …" : "";
  const candidates = names.slice(0, NAMED).join(", ") + more;
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
