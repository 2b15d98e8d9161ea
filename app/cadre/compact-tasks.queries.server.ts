import type { Actor } from "#app/access/actor.ts";
import { compactSide } from "#app/access/cadre-permissions.ts";
import { can } from "#app/access/can.ts";
import type { Task } from "#app/access/task.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { compactWaits } from "./compact.ts";

const MOST = 20;
/** Stands for nobody, so that no filter falls away. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * What waits because of compacts: for the two sides of one, a conversation to note or a signature; for the secretariat,
 * that somebody whom a leader answers to has left office without having signed.
 */
export async function compactTasks(actor: Actor): Promise<readonly Task[]> {
  if (can(actor, "compact.open")) return leftAlone();
  return can(actor, "compact.list") ? ofBothSides(actor) : [];
}

async function ofBothSides(actor: Actor): Promise<readonly Task[]> {
  const compacts = await database().compact.findMany({
    where: {
      OR: [
        { leaderSignedAt: null, appointment: { personId: actor.personId ?? NOBODY } },
        { supervisorSignedAt: null, supervisorId: actor.userId ?? NOBODY },
      ],
    },
    orderBy: [{ year: "asc" }, { id: "asc" }],
    take: MOST,
    select: {
      ...{ id: true, year: true, supervisorId: true, leaderSignedAt: true, supervisorSignedAt: true },
      appointment: {
        select: { endsOn: true, personId: true, person: { select: { givenName: true, familyName: true } } },
      },
      notes: { select: { moment: true, side: true, heldOn: true, version: true } },
    },
  });
  return compacts.flatMap((compact): readonly Task[] => {
    const { id, year, appointment, supervisorId, notes } = compact;
    const { personId, endsOn, person } = appointment;
    const side = compactSide(actor, { personId, supervisorUserId: supervisorId });
    if (side === null) return [];
    const standing = {
      leaderSigned: compact.leaderSignedAt !== null,
      supervisorSigned: compact.supervisorSignedAt !== null,
      noted: notes.map((note) => ({ ...note, heldOn: dayOf(note.heldOn) })),
    };
    const waits = compactWaits(standing, side, { year, termEndsOn: dayOf(endsOn), today: today() });
    if (waits === null) return [];
    return [
      {
        id: `compact:${id}`,
        title: `compact.task.${waits.what}`,
        params: { name: `${person.givenName} ${person.familyName}`, year: String(year) },
        to: paths.compact(id),
        dueAt: waits.dueOn,
      },
    ];
  });
}

/** Compacts of which nobody can sign the one side any more. */
async function leftAlone(): Promise<readonly Task[]> {
  const found = await database().$queryRaw<readonly { id: string; year: number; name: string }[]>`
    SELECT c."id", c."year", p."givenName" || ' ' || p."familyName" AS "name"
    FROM "Compact" c JOIN "Appointment" a ON a."id" = c."appointmentId" JOIN "Person" p ON p."id" = a."personId"
    WHERE c."supervisorSignedAt" IS NULL AND NOT EXISTS (SELECT FROM "RoleGrant" g WHERE g."userId" = c."supervisorId"
      AND g."role" = 'decisionMaker' AND g."revokedAt" IS NULL)
    ORDER BY c."year", c."id" LIMIT ${MOST}`;
  return found.map(({ id, year, name }) => ({
    id: `compact:${id}`,
    title: "compact.task.supervisor",
    params: { name, year: String(year) },
    to: paths.compactSupervisor(id),
    dueAt: null,
  }));
}
