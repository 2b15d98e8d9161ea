import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { pairSide } from "#app/access/mentoring-permissions.ts";
import type { Task } from "#app/access/task.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import { isMandateTask, keptSchema, type LessonState, refuseEarly } from "./lesson.ts";

export const LESSON_REVIEWS_PER_PAGE = 25;

/** Own lessons shown, and tasks told at home: more than anybody has at a time. */
const MOST_OWN = 50;

const roleKind = { select: { code: true, nameEn: true, nameFr: true } } as const;

/** Stands for nobody where an actor is no person, so that no filter falls away. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

const content = {
  id: true,
  state: true,
  side: true,
  title: true,
  text: true,
  mandateTasks: true,
  roleKind,
  version: true,
  contributedAt: true,
  publishedAt: true,
} as const;

interface Dates {
  readonly contributedAt: Date;
  readonly publishedAt: Date | null;
  readonly mandateTasks: readonly string[];
}

const shown = <L extends Dates>({ contributedAt, publishedAt, mandateTasks, ...lesson }: L) => ({
  ...lesson,
  mandateTasks: mandateTasks.filter(isMandateTask),
  contributedAt: contributedAt.toISOString(),
  publishedAt: publishedAt?.toISOString() ?? null,
});

/** One lesson: published, for everybody who may search; before that for its contributor alone. */
export async function readLesson(actor: Actor, lessonId: string) {
  const found = await database().lesson.findUnique({
    where: { id: lessonId },
    select: {
      ...content,
      authorId: true,
      reviewNote: true,
      readings: { where: { userId: actor.userId ?? "" }, select: { helpedAt: true } },
      _count: { select: { readings: { where: { helpedAt: { not: null } } } } },
    },
  });
  if (!found) return null;
  const { authorId, reviewNote, readings, _count, ...lesson } = found;
  const own = can(actor, "lesson.change", { authorId });
  const published = lesson.state === "published" && can(actor, "lesson.search");
  if (!own && !published) return null;
  const counted = can(actor, "lesson.readReviews") ? await countOpened(lessonId) : null;
  return {
    ...shown(lesson),
    own,
    reviewNote: own ? reviewNote : null,
    mayChange: own && (lesson.state === "submitted" || lesson.state === "changesAsked"),
    mayHelp: published && !own && pairSide(actor) !== null,
    helped: readings.some(({ helpedAt }) => helpedAt !== null),
    used: counted === null ? null : { opened: counted, helped: _count.readings },
  };
}

const countOpened = (lessonId: string) => database().lessonReading.count({ where: { lessonId } });

export type LessonPage = NonNullable<Awaited<ReturnType<typeof readLesson>>>;

/** What its contributor can still word anew, with what was flagged and stayed. */
export async function readOwnDraft(actor: Actor, lessonId: string) {
  const found = await database().lesson.findUnique({
    where: { id: lessonId },
    select: { ...content, authorId: true, engagementId: true, kept: true, reviewNote: true },
  });
  if (!found || !can(actor, "lesson.change", found)) return null;
  if (found.state !== "submitted" && found.state !== "changesAsked") return null;
  const { authorId, kept, engagementId, ...lesson } = found;
  return { ...shown(lesson), engagementId, kept: keptSchema.parse(kept) };
}

/** Whether one of a pair may give a lesson on now; null where the pair is not theirs. */
export async function readGround(actor: Actor, engagementId: string) {
  const pair = await database().engagement.findUnique({
    where: { id: engagementId },
    select: {
      state: true,
      menteeId: true,
      mentor: { select: { personId: true, person: { select: { givenName: true, familyName: true } } } },
      mentee: { select: { givenName: true, familyName: true } },
      proposal: {
        select: {
          need: { select: { appointment: { select: { post: { select: { roleKindCode: true } } } } } },
        },
      },
      _count: { select: { sessions: { where: { state: "held" } } } },
    },
  });
  if (!pair) return null;
  const facts = { mentorPersonId: pair.mentor.personId, menteePersonId: pair.menteeId };
  if (!can(actor, "lesson.contribute", facts)) return null;
  return {
    early: refuseEarly({ state: pair.state, heldSessions: pair._count.sessions }),
    /** The kind of the leader's post: what the lesson is most likely about. */
    roleKindCode: pair.proposal.need.appointment.post.roleKindCode,
    mentor: `${pair.mentor.person.givenName} ${pair.mentor.person.familyName}`,
    mentee: `${pair.mentee.givenName} ${pair.mentee.familyName}`,
  };
}

/** The kinds of role that a lesson is tagged by, in their order. */
export const listLessonRoles = () =>
  database().roleKind.findMany({
    orderBy: { position: "asc" },
    select: { code: true, nameEn: true, nameFr: true },
  });

/** What somebody has contributed themselves, the latest first. */
export async function listOwnLessons(actor: Actor) {
  if (pairSide(actor) === null) return [];
  const lessons = await database().lesson.findMany({
    where: { authorId: actor.personId ?? NOBODY },
    orderBy: [{ contributedAt: "desc" }, { id: "desc" }],
    take: MOST_OWN,
    select: { id: true, title: true, state: true, contributedAt: true },
  });
  return lessons.map(({ contributedAt, ...lesson }) => ({
    ...lesson,
    contributedAt: contributedAt.toISOString(),
  }));
}

/** Lessons in one state for the secretariat, those that wait longest first; by side, and nobody's by name. */
export async function listLessonReviews(state: LessonState, page: number) {
  const where = { state };
  const [total, lessons] = await Promise.all([
    database().lesson.count({ where }),
    database().lesson.findMany({
      where,
      orderBy: [{ contributedAt: state === "submitted" ? "asc" : "desc" }, { id: "asc" }],
      skip: (page - 1) * LESSON_REVIEWS_PER_PAGE,
      take: LESSON_REVIEWS_PER_PAGE,
      select: {
        id: true,
        title: true,
        side: true,
        roleKind,
        contributedAt: true,
        _count: { select: { readings: true } },
      },
    }),
  ]);
  const helped = await database().lessonReading.groupBy({
    by: ["lessonId"],
    where: { lessonId: { in: lessons.map(({ id }) => id) }, helpedAt: { not: null } },
    _count: { _all: true },
  });
  return {
    total,
    lessons: lessons.map(({ contributedAt, _count, ...lesson }) => ({
      ...lesson,
      contributedAt: contributedAt.toISOString(),
      opened: _count.readings,
      helped: helped.find(({ lessonId }) => lessonId === lesson.id)?._count._all ?? 0,
    })),
  };
}

/** One lesson as its reviewer reads it: from which side, never from whom. */
export async function readReview(actor: Actor, lessonId: string) {
  if (!can(actor, "lesson.readReviews")) return null;
  const found = await database().lesson.findUnique({
    where: { id: lessonId },
    select: { ...content, kept: true, reviewNote: true },
  });
  if (!found) return null;
  const { kept, ...lesson } = found;
  return {
    ...shown(lesson),
    kept: keptSchema.parse(kept),
    mayReview: can(actor, "lesson.review") && lesson.state === "submitted",
  };
}

export type ReviewPage = NonNullable<Awaited<ReturnType<typeof readReview>>>;

/** For the secretariat, lessons to be reviewed; for a contributor, those of which changes are asked. */
export async function lessonTasks(actor: Actor): Promise<readonly Task[]> {
  if (can(actor, "lesson.review"))
    return tasksOf({ state: "submitted" }, "lesson.task.review", paths.reviewLesson);
  if (pairSide(actor) === null || actor.personId === null) return [];
  const own = { state: "changesAsked" as const, authorId: actor.personId };
  return tasksOf(own, "lesson.task.change", paths.reviseLesson);
}

type Waiting =
  | { readonly state: "submitted" }
  | { readonly state: "changesAsked"; readonly authorId: string };

async function tasksOf(
  where: Waiting,
  title: "lesson.task.review" | "lesson.task.change",
  to: (id: string) => string,
): Promise<readonly Task[]> {
  const lessons = await database().lesson.findMany({
    where,
    orderBy: [{ contributedAt: "asc" }, { id: "asc" }],
    take: MOST_OWN,
    select: { id: true, title: true },
  });
  return lessons.map((lesson) => ({
    id: `${title}:${lesson.id}`,
    title,
    params: { lesson: lesson.title },
    to: to(lesson.id),
    dueAt: null,
  }));
}
