import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { sendLetter } from "#app/selection/decision/send-letter.server.ts";
import { must } from "./must.ts";

/** The letters of a vacancy that wait for an officer, as their form would post them. */
export const waitingLetters = (vacancyId: string) =>
  database().letter.findMany({
    where: { vacancyId, state: "awaitingReview" },
    orderBy: [{ outcome: "asc" }, { audience: "asc" }, { id: "asc" }],
    select: { id: true, candidacyId: true, audience: true, version: true, subject: true, body: true },
  });

/** The officer sends every letter that waits. */
export async function sendLetters(officer: Actor, vacancyId: string) {
  for (const { id: letterId, version, subject, body } of await waitingLetters(vacancyId))
    must(await sendLetter(officer, { letterId, version, subject, body }));
}
