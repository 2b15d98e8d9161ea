import type { Actor } from "#app/access/actor.ts";
import { compactSide } from "#app/access/cadre-permissions.ts";
import { can } from "#app/access/can.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { today } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import {
  type CompactMoment,
  compactFiguresSchema,
  conversationDays,
  notesWritten,
  refuseNaming,
  refuseNote,
  refuseSignature,
  withoutNominees,
} from "./compact.ts";
import { readFigures } from "./compact-figures.queries.server.ts";

export const COMPACTS_PER_PAGE = 50;
const MOST_LEADERS = 500;
/** Stands for nobody, so that no filter falls away. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

const OF_POST = {
  ...{ personId: true, endsOn: true },
  person: { select: { givenName: true, familyName: true } },
  post: {
    select: {
      missionId: true,
      mission: { select: { acronym: true } },
      roleKind: { select: { nameEn: true, nameFr: true } },
    },
  },
} as const satisfies Prisma.AppointmentSelect;

const leaderOf = ({ person, post }: Prisma.AppointmentGetPayload<{ select: typeof OF_POST }>) => ({
  name: `${person.givenName} ${person.familyName}`,
  mission: post.mission.acronym,
  role: post.roleKind,
});

/** The compacts open to a reader: a leader's own, all for decision makers and overseers; the latest year first. */
export async function listCompacts(actor: Actor, page: number, perPage = COMPACTS_PER_PAGE) {
  const all = can(actor, "compact.readAll");
  const where = all ? {} : { appointment: { personId: actor.personId ?? NOBODY } };
  const [total, compacts] = await Promise.all([
    database().compact.count({ where }),
    database().compact.findMany({
      where,
      orderBy: [{ year: "desc" }, { id: "desc" }],
      skip: (page - 1) * perPage,
      take: perPage,
      select: {
        ...{ id: true, year: true, leaderSignedAt: true, supervisorSignedAt: true },
        appointment: { select: OF_POST },
      },
    }),
  ]);
  return {
    total,
    compacts: compacts.map(({ id, year, leaderSignedAt, supervisorSignedAt, appointment }) => ({
      ...{ id, year, ...leaderOf(appointment) },
      signatures: [leaderSignedAt, supervisorSignedAt].filter((signed) => signed !== null).length,
    })),
  };
}

export type CompactRow = Awaited<ReturnType<typeof listCompacts>>["compacts"][number];

/** One compact with its figures; what both noted is the two sides' and decision makers' to read. */
export async function readCompact(actor: Actor, id: string) {
  const found = await database().compact.findUnique({
    where: { id },
    select: {
      ...{ id: true, year: true, supervisorId: true, leaderSignedAt: true, supervisorSignedAt: true },
      ...{ signedFigures: true, appointment: { select: OF_POST } },
      notes: {
        orderBy: { moment: "asc" },
        select: { moment: true, side: true, heldOn: true, text: true, version: true, writtenById: true },
      },
      successions: {
        orderBy: { namedAt: "asc" },
        select: { id: true, fromId: true, reason: true, namedAt: true },
      },
    },
  });
  if (!found) return null;
  const { appointment, supervisorId, notes, signedFigures, leaderSignedAt, supervisorSignedAt } = found;
  const facts = { personId: appointment.personId, supervisorUserId: supervisorId };
  if (!can(actor, "compact.read", facts)) return null;
  const side = compactSide(actor, facts);
  const people = await namesOf([
    supervisorId,
    ...notes.flatMap(({ writtenById }) => writtenById ?? []),
    ...found.successions.map(({ fromId }) => fromId),
  ]);
  const supervisor = people.get(supervisorId);
  const noted = notes.map(({ writtenById, heldOn, ...note }) => ({
    ...{ ...note, heldOn: dayOf(heldOn) },
    writer: people.get(writtenById ?? "")?.name ?? null,
  }));
  const standing = {
    ...{ leaderSigned: leaderSignedAt !== null, supervisorSigned: supervisorSignedAt !== null },
    noted,
  };
  const waitsFor = side === null ? null : refuseSignature(standing, side);
  const { missionId } = appointment.post;
  const figures =
    signedFigures === null
      ? await readFigures(database(), { id, year: found.year, missionId })
      : compactFiguresSchema.parse(signedFigures);
  const days = (moment: CompactMoment) =>
    conversationDays(moment, { year: found.year, termEndsOn: dayOf(appointment.endsOn) });
  return {
    ...{ id, year: found.year, side, supervisorId, ...leaderOf(appointment) },
    supervisor: supervisor?.name ?? null,
    /** Whom they answer to has left office and not signed: somebody is to be named in their place. */
    supervisorLeft: supervisorSignedAt === null && !supervisor?.decides,
    mayName: can(actor, "compact.open") && refuseNaming(standing) === null,
    successions: found.successions.map(({ id, fromId, reason, namedAt }) => ({
      ...{ id, reason, namedOn: dayOf(namedAt) },
      name: people.get(fromId)?.name ?? null,
    })),
    endOfYear: days("endYear"),
    figures: can(actor, "gender.readExact") ? figures : withoutNominees(figures),
    signed: signedFigures !== null,
    leaderSignedOn: leaderSignedAt && dayOf(leaderSignedAt),
    supervisorSignedOn: supervisorSignedAt && dayOf(supervisorSignedAt),
    notes: can(actor, "compact.readNotes", facts) ? noted : null,
    mayNote: side !== null && refuseNote(standing) === null,
    maySign: side !== null && waitsFor === null,
    /** Why the reader cannot sign yet; null for who has signed, can, or is of neither side. */
    waitsFor: waitsFor?.code === "compactSigned" ? null : waitsFor,
    /** What a note and a signature of the reader's name as read. */
    versions: side === null ? null : { note: notesWritten(standing, side), sign: notesWritten(standing) },
  };
}

/** Accounts by their id: what they are called, and whether they are decision makers today. */
async function namesOf(ids: readonly string[]) {
  const found = await database().user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: {
      ...{ id: true, name: true },
      roles: { where: { role: "decisionMaker", revokedAt: null }, take: 1, select: { id: true } },
    },
  });
  return new Map(found.map(({ id, name, roles }) => [id, { name, decides: roles.length > 0 }]));
}

export type CompactPage = NonNullable<Awaited<ReturnType<typeof readCompact>>>;

/** For whom a compact can be opened, and whom they may answer to. */
export async function listCompactChoices() {
  const day = new Date(today());
  const [appointments, supervisors] = await Promise.all([
    database().appointment.findMany({
      where: { startsOn: { lte: day }, endsOn: { gte: day } },
      orderBy: [{ post: { mission: { acronym: "asc" } } }, { id: "asc" }],
      take: MOST_LEADERS,
      select: { id: true, ...OF_POST },
    }),
    listSupervisors(),
  ]);
  return {
    leaders: appointments.map((appointment) => ({ id: appointment.id, ...leaderOf(appointment) })),
    supervisors,
  };
}

/** Whom a leader may answer to: decision makers of today. */
export const listSupervisors = () =>
  database().user.findMany({
    where: { roles: { some: { role: "decisionMaker", revokedAt: null } } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
