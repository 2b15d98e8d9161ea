import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { dayOf } from "#app/mentoring/programme.ts";
import { database, type Reader } from "#app/platform/database.server.ts";

/** The code of conduct in force: the latest version. */
export const latestCode = (reader: Reader) =>
  reader.codeOfConduct.findFirstOrThrow({
    orderBy: { version: "desc" },
    select: { version: true, textEn: true, textFr: true, publishedOn: true },
  });

/** What a mentor still has before them: steps of the induction, and the code of conduct in force. */
export async function readReadiness(reader: Reader, mentorId: string) {
  const { version } = await latestCode(reader);
  const stepsLeft = await reader.inductionStep.count({ where: { done: { none: { mentorId } } } });
  const codes = await reader.codeAcknowledgement.count({ where: { mentorId, version } });
  return { stepsLeft, codeAcknowledged: codes > 0 };
}

/** The steps of a mentor's induction in their order, each with when it was done and who says so; and the code. */
export async function readInduction(mentorId: string) {
  const [steps, code] = await Promise.all([
    database().inductionStep.findMany({
      orderBy: { position: "asc" },
      select: {
        code: true,
        titleEn: true,
        titleFr: true,
        textEn: true,
        textFr: true,
        done: { where: { mentorId }, select: { doneOn: true, byMentor: true } },
      },
    }),
    latestCode(database()),
  ]);
  const acknowledged = await database().codeAcknowledgement.findUnique({
    where: { mentorId_version: { mentorId, version: code.version } },
    select: { acknowledgedAt: true },
  });
  return {
    steps: steps.map(({ done: [mark], ...step }) => ({
      ...step,
      done: mark ? { on: dayOf(mark.doneOn), byMentor: mark.byMentor } : null,
    })),
    code: {
      ...code,
      publishedOn: dayOf(code.publishedOn),
      acknowledgedOn: acknowledged ? dayOf(acknowledged.acknowledgedAt) : null,
    },
  };
}

export type InductionPage = Awaited<ReturnType<typeof readInduction>>;

/** The induction of the mentor who asks; null where the actor is none. */
export async function readOwnInduction(actor: Actor) {
  const { personId } = actor;
  if (personId === null || !can(actor, "mentor.readOwn")) return null;
  const mentor = await database().mentor.findUnique({
    where: { personId },
    select: { id: true, state: true },
  });
  return mentor && { state: mentor.state, ...(await readInduction(mentor.id)) };
}
