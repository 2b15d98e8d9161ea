import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Task } from "#app/access/task.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";

const DAY_MS = 86_400_000;
const MOST = 50;

/** What waits in the cadre: for the secretariat, people to admit; for a member, the file to confirm. */
export async function cadreTasks(actor: Actor): Promise<readonly Task[]> {
  if (can(actor, "cadre.admit")) return admissions();
  if (actor.personId && can(actor, "membership.readOwn")) return confirmations(actor.personId);
  return [];
}

/** People found suitable, not selected, who agreed to enter the cadre and are not in it. */
async function admissions(): Promise<readonly Task[]> {
  const waiting = await database().candidacy.findMany({
    where: {
      state: { in: ["suitable", "recommended"] },
      vacancy: { state: { in: ["decided", "closed"] } },
      consents: { some: { purpose: "cadre", given: true } },
      person: { cadreMembership: null },
    },
    orderBy: { updatedAt: "asc" },
    take: MOST,
    select: {
      id: true,
      person: { select: { givenName: true, familyName: true } },
      vacancy: { select: { reference: true } },
    },
  });
  return waiting.map(({ id, person, vacancy }) => ({
    id: `admit:${id}`,
    title: "cadre.task.admit",
    params: { name: `${person.givenName} ${person.familyName}`, reference: vacancy.reference },
    to: paths.admit(id),
    dueAt: null,
  }));
}

/** A proposed membership to agree to, or a file not confirmed for a year. */
async function confirmations(personId: string): Promise<readonly Task[]> {
  const aYearAgo = new Date(now().getTime() - 365 * DAY_MS);
  const membership = await database().cadreMembership.findFirst({
    where: {
      personId,
      OR: [
        { state: "proposed" },
        { state: "active", confirmedAt: null },
        { state: "active", confirmedAt: { lt: aYearAgo } },
      ],
    },
    select: { id: true, state: true, enteredAt: true },
  });
  if (!membership) return [];
  return [
    {
      id: `membership:${membership.id}`,
      title: membership.state === "proposed" ? "cadre.task.agree" : "cadre.task.confirm",
      params: {},
      to: paths.myMembership(),
      dueAt: new Date(membership.enteredAt.getTime() + 30 * DAY_MS).toISOString().slice(0, 10),
    },
  ];
}
