import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import { CONTACT_KINDS } from "./concern.ts";
import { nextHandler, SECRETARIAT_ACCOUNT } from "./concern-handler.queries.server.ts";
import { openConcern } from "./concern-seal.queries.server.ts";

export const CONCERNS_PER_PAGE = 25;

/** Stands for nobody where an actor is no person or has no account, so that no filter falls away. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** The concerns open to an actor: those an officer handles, or those one has raised; for everybody else none. */
const concernsOf = (actor: Actor): Prisma.ConcernWhereInput =>
  can(actor, "concern.nameContact")
    ? { handlerId: actor.userId ?? NOBODY }
    : { personId: actor.personId ?? NOBODY };

/** Concerns, those not closed first; nothing of what is written in them. */
export async function listConcerns(actor: Actor, page: number) {
  const where = concernsOf(actor);
  const [total, concerns] = await Promise.all([
    database().concern.count({ where }),
    database().concern.findMany({
      where,
      orderBy: [{ state: "asc" }, { raisedAt: "desc" }, { id: "asc" }],
      skip: (page - 1) * CONCERNS_PER_PAGE,
      take: CONCERNS_PER_PAGE,
      select: { id: true, contact: true, state: true, raisedAt: true, handler: { select: { name: true } } },
    }),
  ]);
  return {
    total,
    concerns: concerns.map(({ raisedAt, handler, ...concern }) => ({
      ...concern,
      handler: handler.name,
      raisedAt: raisedAt.toISOString(),
    })),
  };
}

const name = { select: { givenName: true, familyName: true } } as const;
const nameOf = ({ givenName, familyName }: { readonly givenName: string; readonly familyName: string }) =>
  `${givenName} ${familyName}`;

/** One concern with what was written, for whoever raised it and the officer who handles it; null for all others. */
export async function readConcern(actor: Actor, id: string) {
  const found = await database().concern.findFirst({
    where: { AND: [{ id }, concernsOf(actor)] },
    select: {
      ...{ id: true, contact: true, state: true, raisedAt: true, personId: true, handlerId: true },
      person: name,
      handler: { select: { name: true } },
      engagement: { select: { id: true, mentor: { select: { person: name } }, mentee: name } },
      messages: {
        orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
        select: {
          ...{ id: true, fromRaiser: true, sealedText: true, writtenAt: true },
          officer: { select: { name: true } },
        },
      },
    },
  });
  if (!found) return null;
  const handles = can(actor, "concern.handle", found);
  if (!handles && !can(actor, "concern.follow", found)) return null;
  const next = handles ? null : await nextHandler(database(), id);
  const { engagement, messages, person, handler, raisedAt, state, contact } = found;
  const raiser = nameOf(person);
  return {
    ...{ id, handles, state, contact, engagementId: engagement.id },
    raiser,
    handler: handler.name,
    /** Where the officer is one no more, who raised the concern says whether the one named now may read it. */
    leftBehind: next && { next: next.name },
    mentor: nameOf(engagement.mentor.person),
    mentee: nameOf(engagement.mentee),
    raisedAt: raisedAt.toISOString(),
    messages: messages.map(({ sealedText, writtenAt, officer, ...message }) => ({
      ...message,
      /** Of an answer, the officer who wrote it: after a handing over not the one who has the concern now. */
      author: officer?.name ?? raiser,
      text: openConcern(id, sealedText),
      writtenAt: writtenAt.toISOString(),
    })),
  };
}

/** Who is named for which kind of concern, as long as they are an officer. */
export async function readContacts() {
  const contacts = await database().concernContact.findMany({
    where: { user: SECRETARIAT_ACCOUNT },
    select: { kind: true, userId: true, designatedAt: true, user: { select: { name: true } } },
  });
  return CONTACT_KINDS.map((kind) => {
    const contact = contacts.find((one) => one.kind === kind);
    return { kind, userId: contact?.userId ?? null, name: contact?.user.name ?? null };
  });
}

/** The officers who can be named. */
export const listOfficers = () =>
  database().user.findMany({
    where: SECRETARIAT_ACCOUNT,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
