import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { pairSide } from "#app/access/mentoring-permissions.ts";
import type { Task } from "#app/access/task.ts";
import { LEFT_BEHIND, SECRETARIAT_ACCOUNT } from "#app/mentoring/concern/concern-handler.queries.server.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf, daysAfter } from "#app/platform/utc-day.ts";
import { isReviewOpen, REVIEW_ASK_DAYS, REVIEW_CLOSE_DAYS } from "./review.ts";

const MOST = 50;

/** Days from the first within which a pair has agreed how it works: Cadre's own choice. */
const AGREE_DAYS = 30;

/** What waits of how a pair works: an agreement to sign, a review, a later last day, a mentor to find; concerns for officers. */
export async function pairTasks(actor: Actor): Promise<readonly Task[]> {
  if (can(actor, "concern.nameContact")) return concernTasks(actor);
  const { personId } = actor;
  const side = pairSide(actor);
  if (personId === null || side === null) return [];
  const own = side === "mentor" ? { mentor: { personId } } : { menteeId: personId };
  const name = { select: { givenName: true, familyName: true } } as const;
  const reviewed = reviewWindow();
  const left = await leftTasks(personId);
  const engagements = await database().engagement.findMany({
    where: {
      ...own,
      OR: [
        { state: "active" },
        { ending: "complete", reviews: { some: { dueOn: reviewed, answers: { none: { personId } } } } },
      ],
    },
    orderBy: [{ startedOn: "asc" }, { id: "asc" }],
    take: MOST,
    select: {
      ...{ id: true, state: true, ending: true, startedOn: true },
      mentor: { select: { person: name } },
      mentee: name,
      agreements: {
        where: { state: { in: ["proposed", "signed"] } },
        select: { state: true, mentorSignedAt: true, menteeSignedAt: true },
      },
      reviews: {
        where: { dueOn: reviewed, answers: { none: { personId } } },
        select: { moment: true, dueOn: true },
      },
      extensions: {
        where: { state: "proposed", proposedById: { not: personId } },
        select: { endsOn: true },
      },
    },
  });
  const working = engagements.flatMap((engagement) => {
    const { givenName, familyName } = side === "mentor" ? engagement.mentee : engagement.mentor.person;
    const of = { id: engagement.id, params: { other: `${givenName} ${familyName}` } };
    return [
      ...(engagement.state === "active" ? agreementTask(of, engagement, side) : []),
      ...reviewTasks(of, engagement),
      ...extensionTasks(of, engagement),
    ];
  });
  return [...left, ...working];
}

/** Concerns whose officer is one no more: whoever raised them says whether the next may read them. */
async function leftTasks(personId: string): Promise<readonly Task[]> {
  const concerns = await database().concern.findMany({
    where: { personId, ...LEFT_BEHIND },
    orderBy: [{ raisedAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: { id: true },
  });
  return concerns.map(({ id }) => ({
    id: `leftConcern:${id}`,
    title: "pair.task.leftConcern",
    params: {},
    to: paths.concern(id),
    dueAt: null,
  }));
}

const reviewWindow = () => {
  const today = dayOf(now());
  return {
    gte: new Date(daysAfter(today, -REVIEW_CLOSE_DAYS)),
    lte: new Date(daysAfter(today, REVIEW_ASK_DAYS)),
  };
};

interface Of {
  readonly id: string;
  readonly params: { readonly other: string };
}

interface Signing {
  readonly startedOn: Date;
  readonly agreements: readonly {
    readonly state: string;
    readonly mentorSignedAt: Date | null;
    readonly menteeSignedAt: Date | null;
  }[];
}

/** An agreement to propose where there is none, or to sign where one waits for this side. */
function agreementTask(
  { id, params }: Of,
  { agreements, startedOn }: Signing,
  side: "mentor" | "mentee",
): Task[] {
  const proposed = agreements.find(({ state }) => state === "proposed");
  const dueAt = daysAfter(dayOf(startedOn), AGREE_DAYS);
  if (!proposed) {
    if (agreements.length > 0) return [];
    return [{ id: `agree:${id}`, title: "pair.task.agree", params, to: paths.agreement(id), dueAt }];
  }
  const signed = side === "mentor" ? proposed.mentorSignedAt : proposed.menteeSignedAt;
  if (signed !== null) return [];
  const first = agreements.length === 1;
  const to = paths.agreement(id);
  return [{ id: `sign:${id}`, title: "pair.task.sign", params, to, dueAt: first ? dueAt : null }];
}

interface Reviewing {
  readonly ending: "complete" | "early" | "mentorLeft" | null;
  readonly reviews: readonly { readonly moment: "early" | "middle" | "end"; readonly dueOn: Date }[];
}

const reviewTasks = ({ id, params }: Of, { reviews, ending }: Reviewing): Task[] =>
  reviews
    .filter(({ dueOn }) => isReviewOpen({ dueOn: dayOf(dueOn), ending }, dayOf(now())))
    .map(({ moment, dueOn }) => ({
      id: `review:${id}:${moment}`,
      title: "pair.task.review",
      params,
      to: paths.review(id, moment),
      dueAt: dayOf(dueOn),
    }));

const extensionTasks = (
  { id, params }: Of,
  { extensions }: { readonly extensions: readonly unknown[] },
): Task[] =>
  extensions.map(() => ({
    id: `extension:${id}`,
    title: "pair.task.extension",
    params,
    to: paths.extendEngagement(id),
    dueAt: null,
  }));

/** Concerns that wait for an officer, and contacts that nobody has named: without any, nobody can raise one. */
async function concernTasks(actor: Actor): Promise<readonly Task[]> {
  const [open, named] = await Promise.all([
    database().concern.findMany({
      where: { handlerId: actor.userId ?? "", state: "open" },
      orderBy: [{ raisedAt: "asc" }, { id: "asc" }],
      take: MOST,
      select: { id: true, raisedAt: true },
    }),
    database().concernContact.count({ where: { user: SECRETARIAT_ACCOUNT } }),
  ]);
  const concerns = open.map(
    ({ id, raisedAt }): Task => ({
      id: `concern:${id}`,
      title: "pair.task.concern",
      params: {},
      to: paths.concern(id),
      dueAt: dayOf(raisedAt),
    }),
  );
  if (named > 0) return concerns;
  const naming: Task = {
    id: "concernContacts",
    title: "pair.task.contacts",
    params: {},
    to: paths.concernContacts(),
    dueAt: null,
  };
  return [...concerns, naming];
}
