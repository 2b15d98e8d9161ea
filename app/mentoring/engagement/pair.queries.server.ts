import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { pairSide } from "#app/access/mentoring-permissions.ts";
import { factsOf, loadPair } from "#app/mentoring/session/session-state.queries.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { loadAgreements } from "./agreement-state.queries.server.ts";
import { readAnother } from "./another-pair.queries.server.ts";
import { engagementsOf } from "./engagement.queries.server.ts";
import { MOST_EXTENSIONS } from "./extension.ts";
import { readGoals } from "./goal.queries.server.ts";
import { openForOne, openForPair } from "./pair-seal.queries.server.ts";
import type { ShownWork } from "./pair-shown.ts";
import { isReviewOpen } from "./review.ts";

const signatures = { version: true, mentorSignedAt: true, menteeSignedAt: true } as const;

/** What the engagement's page says of how a pair works; to overseers that it is signed and when, and how it ended. */
export async function readPairWork(actor: Actor, engagementId: string): Promise<ShownWork | null> {
  const found = await database().engagement.findFirst({
    where: { AND: [{ id: engagementId }, engagementsOf(actor)] },
    select: {
      ...{ id: true, state: true, endedOn: true, ending: true, menteeId: true },
      mentor: { select: { personId: true } },
      agreements: {
        where: { state: { in: ["proposed", "signed"] } },
        select: { ...signatures, state: true },
      },
      reviews: {
        orderBy: { dueOn: "asc" },
        select: { moment: true, dueOn: true, answers: { select: { personId: true } } },
      },
      extensions: { select: { state: true, endsOn: true, proposedById: true } },
    },
  });
  if (!found) return null;
  const pair = { mentorPersonId: found.mentor.personId, menteePersonId: found.menteeId };
  const own = can(actor, "agreement.write", pair);
  const active = found.state === "active";
  const asMentor = pairSide(actor) === "mentor";
  const waiting = found.extensions.find(({ state }) => state === "proposed");
  const agreed = found.extensions.filter(({ state }) => state === "agreed").length;
  const proposed = own ? found.agreements.find(({ state }) => state === "proposed") : undefined;
  return {
    id: found.id,
    own,
    active,
    agreement: {
      signed: shownSignatures(found.agreements.find(({ state }) => state === "signed")),
      proposed: proposed && {
        version: proposed.version,
        ownSigned: (asMentor ? proposed.mentorSignedAt : proposed.menteeSignedAt) !== null,
      },
    },
    goals: own ? await readGoals(actor, engagementId) : [],
    reviews: found.reviews.map(({ moment, dueOn, answers }) => ({
      moment,
      dueOn: dayOf(dueOn),
      given: answers.length,
      ownGiven: answers.some(({ personId }) => personId === actor.personId),
      open: own && isReviewOpen({ dueOn: dayOf(dueOn), ending: found.ending }, dayOf(now())),
    })),
    extension: {
      agreed,
      mayPropose: own && active && !waiting && agreed < MOST_EXTENSIONS,
      waiting:
        own && waiting
          ? { endsOn: dayOf(waiting.endsOn), own: waiting.proposedById === actor.personId }
          : null,
    },
    ended: found.endedOn && found.ending && { on: dayOf(found.endedOn), ending: found.ending },
    another: own && !active && !asMentor ? await readAnother(found.id) : null,
    ...(own ? await readHandOvers(actor, found) : { handOver: null, handedOver: [] }),
  };
}

interface Signed {
  readonly version: number;
  readonly mentorSignedAt: Date | null;
  readonly menteeSignedAt: Date | null;
}

const shownSignatures = (signed: Signed | undefined) =>
  signed
    ? {
        version: signed.version,
        mentorSignedAt: signed.mentorSignedAt?.toISOString() ?? null,
        menteeSignedAt: signed.menteeSignedAt?.toISOString() ?? null,
      }
    : null;

/** What this pair's mentor handed over, and what the leader lets this mentor read of what others did before. */
async function readHandOvers(
  actor: Actor,
  { id, menteeId }: { readonly id: string; readonly menteeId: string },
) {
  const found = await database().handOver.findMany({
    where: {
      engagement: { menteeId },
      OR: [{ engagementId: id }, { sharedAt: { not: null } }],
    },
    orderBy: { writtenAt: "asc" },
    select: { engagementId: true, sealedText: true, writtenAt: true, sharedAt: true },
  });
  const shown = found.map(({ engagementId, sealedText, writtenAt, sharedAt }) => ({
    engagementId,
    text: openForPair(engagementId, sealedText),
    writtenAt: writtenAt.toISOString(),
    shared: sharedAt !== null,
    mayShare: sharedAt === null && can(actor, "handOver.share", { personId: menteeId }),
  }));
  return {
    handOver: shown.find(({ engagementId }) => engagementId === id) ?? null,
    handedOver: shown.filter(({ engagementId }) => engagementId !== id),
  };
}

/** The two and what they agreed, for one of them; null for everybody else. */
export async function readAgreement(actor: Actor, engagementId: string) {
  const pair = await loadPair(database(), engagementId);
  if (!pair || !can(actor, "agreement.write", factsOf(pair))) return null;
  const versions = await loadAgreements(database(), engagementId);
  const asMentor = pairSide(actor) === "mentor";
  const shown = versions.map(({ mentorSignedAt, menteeSignedAt, proposedAt, voidedAt, ...version }) => ({
    ...{ version: version.version, revision: version.revision, state: version.state },
    agreement: version.agreement,
    proposedAt: proposedAt.toISOString(),
    ownText: version.proposedById === actor.personId,
    mentorSignedAt: mentorSignedAt?.toISOString() ?? null,
    menteeSignedAt: menteeSignedAt?.toISOString() ?? null,
    voidedAt: voidedAt?.toISOString() ?? null,
    ownSigned: (asMentor ? mentorSignedAt : menteeSignedAt) !== null,
    otherSigned: (asMentor ? menteeSignedAt : mentorSignedAt) !== null,
  }));
  return {
    id: engagementId,
    active: pair.state === "active",
    mentor: nameOf(pair.mentor),
    mentee: nameOf(pair.mentee),
    endsOn: dayOf(pair.endsOn),
    proposed: shown.find(({ state }) => state === "proposed") ?? null,
    signed: shown.find(({ state }) => state === "signed") ?? null,
    earlier: shown.filter(({ state }) => state === "superseded"),
  };
}

/** One review as one of the pair sees it: what they said themselves, or the goals to be rated. */
export async function readReview(actor: Actor, engagementId: string, moment: "early" | "middle" | "end") {
  const pair = await loadPair(database(), engagementId);
  const { personId } = actor;
  if (!pair || personId === null || !can(actor, "review.answer", factsOf(pair))) return null;
  const review = await database().pairReview.findUnique({
    where: { engagementId_moment: { engagementId, moment } },
    select: {
      dueOn: true,
      engagement: { select: { ending: true } },
      answers: { where: { personId }, select: { usefulness: true, sealedNote: true, answeredAt: true } },
    },
  });
  if (!review) return null;
  const [answer] = review.answers;
  const dueOn = dayOf(review.dueOn);
  return {
    ...{ engagementId, moment, dueOn },
    open: isReviewOpen({ dueOn, ending: review.engagement.ending }, dayOf(now())),
    goals: await readGoals(actor, engagementId),
    given: answer
      ? {
          usefulness: answer.usefulness,
          note: answer.sealedNote === null ? "" : openForOne(engagementId, personId, answer.sealedNote),
          answeredAt: answer.answeredAt.toISOString(),
        }
      : null,
  };
}

/** What a mentor who leaves has to know: the pairs that end with it. */
export async function readLeaving(actor: Actor, mentorId: string) {
  const mentor = await database().mentor.findUnique({
    where: { id: mentorId },
    select: {
      ...{ id: true, personId: true, version: true },
      person: { select: { givenName: true, familyName: true } },
      engagements: {
        where: { state: "active" },
        orderBy: { id: "asc" },
        select: { id: true, mentee: { select: { givenName: true, familyName: true } } },
      },
    },
  });
  if (!mentor || !can(actor, "mentor.leave", mentor)) return null;
  return {
    id: mentor.id,
    version: mentor.version,
    own: actor.personId === mentor.personId,
    name: `${mentor.person.givenName} ${mentor.person.familyName}`,
    pairs: mentor.engagements.map(({ id, mentee }) => ({
      id,
      mentee: `${mentee.givenName} ${mentee.familyName}`,
    })),
  };
}

/** The names of a pair whose page the reader may see already. */
export async function readPairNames(engagementId: string) {
  const pair = await loadPair(database(), engagementId);
  return pair && { mentor: nameOf(pair.mentor), mentee: nameOf(pair.mentee) };
}

/** A pair for the pages on which one of the two ends it, extends it or raises a concern. */
export async function readOwnPair(actor: Actor, engagementId: string) {
  const pair = await loadPair(database(), engagementId);
  if (!pair || !can(actor, "engagement.end", factsOf(pair))) return null;
  const asMentor = pairSide(actor) === "mentor";
  const { agreed, waiting } = await readExtension(engagementId);
  return {
    id: engagementId,
    active: pair.state === "active",
    asMentor,
    mentor: nameOf(pair.mentor),
    mentee: nameOf(pair.mentee),
    other: nameOf(asMentor ? pair.mentee : pair.mentor),
    endsOn: dayOf(pair.endsOn),
    mayExtend: pair.state === "active" && agreed < MOST_EXTENSIONS,
    waiting: waiting && {
      endsOn: dayOf(waiting.endsOn),
      own: waiting.proposedById === actor.personId,
    },
  };
}

async function readExtension(engagementId: string) {
  const all = await database().pairExtension.findMany({
    where: { engagementId, state: { in: ["proposed", "agreed"] } },
    select: { state: true, endsOn: true, proposedById: true },
  });
  return {
    agreed: all.filter(({ state }) => state === "agreed").length,
    waiting: all.find(({ state }) => state === "proposed") ?? null,
  };
}

const nameOf = (side: { readonly givenName: string; readonly familyName: string }) =>
  `${side.givenName} ${side.familyName}`;
