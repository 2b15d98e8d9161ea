import { paths } from "#app/paths.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMails } from "#app/platform/mail.server.ts";
import type { CallFacts } from "#app/selection/call/call-facts.queries.server.ts";
import { nameOfCall } from "#app/selection/call/call-title.ts";

/** Nominees that a message names; a longer list is looked at on its page. */
const NAMED = 20;

interface Submission {
  readonly submissionId: string;
  readonly stateCode: string;
  /** Of those just submitted. */
  readonly names: readonly string[];
}

/** Confirms submissions, each to every focal point of its state: they work on one list together. */
export async function confirmLists(tx: Transaction, call: CallFacts, submissions: readonly Submission[]) {
  const told = submissions.filter(({ names }) => names.length > 0);
  const focalPoints = await tx.roleGrant.findMany({
    where: {
      role: "focalPoint",
      stateCode: { in: told.map(({ stateCode }) => stateCode) },
      revokedAt: null,
    },
    orderBy: { id: "asc" },
    select: { stateCode: true, user: { select: { id: true, name: true, email: true, locale: true } } },
  });
  await queueMails(
    tx,
    told.flatMap(({ submissionId, stateCode, names }) =>
      focalPoints
        .filter((focalPoint) => focalPoint.stateCode === stateCode)
        .map(({ user }) => ({
          kind: "listReceived" as const,
          to: user.email,
          locale: user.locale,
          params: {
            name: user.name,
            call: nameOfCall(user.locale, call),
            reference: call.reference,
            candidates: names.slice(0, NAMED).join(", ") + (names.length > NAMED ? ", …" : ""),
            link: paths.list(call.id),
          },
          dedupeKey: `listReceived:${submissionId}:${user.id}`,
        })),
    ),
  );
}
