import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { shareFeedback } from "#app/selection/decision/share-feedback.server.ts";
import { releaseFeedback } from "#app/selection/decision/write-feedback.server.ts";
import { onDay, told } from "./stage.ts";

const ADVICE =
  "Invented for the demonstration: a year in a mission's planning cell, and the course for senior mission leaders, would show what this file does not.";

/** The officer gives feedback to those who were told how a case ended, all but one; every other lets the cadre see it. */
export async function giveFeedback(officer: Actor, vacancyId: string, day: number) {
  const letters = { some: { audience: "candidate", state: "sent" } } as const;
  const due = await database().feedback.findMany({
    where: { vacancyId, candidacy: { letters } },
    orderBy: { candidacyId: "asc" },
    select: {
      ...{ candidacyId: true, version: true },
      points: { orderBy: { criterionId: "asc" }, select: { criterionId: true, text: true } },
      candidacy: { select: { personId: true, person: { select: { userId: true } } } },
    },
  });
  for (const [n, { candidacy, ...text }] of due.slice(1).entries()) {
    const { candidacyId } = text;
    told(await onDay(day, () => releaseFeedback(officer, { ...text, advice: ADVICE })));
    if (n % 2 === 1) continue;
    const { personId, person } = candidacy;
    const candidate = { ...officer, userId: person.userId, personId, role: "candidate" as const };
    told(await onDay(day + 1, () => shareFeedback(candidate, { candidacyId, share: true })));
  }
}
