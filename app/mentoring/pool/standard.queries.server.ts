import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { latestCode, latestSteps } from "./induction.queries.server.ts";

/** Mentors whose induction lies behind them: whom a new version asks again. */
export const PAST_INDUCTION = {
  state: { in: ["briefed", "available", "resting"] },
} satisfies Prisma.MentorWhereInput;

const pastInduction = { mentor: PAST_INDUCTION };

/** What mentors agree to, for overseers: each step and the code in all versions, with how many are through with each. */
export async function readStandards(actor: Actor) {
  if (!can(actor, "mentor.readStandard")) return null;
  const [mentors, steps, stepCounts, codes] = await Promise.all([
    database().mentor.count({ where: PAST_INDUCTION }),
    latestSteps(database()),
    database().inductionDone.groupBy({
      by: ["stepCode", "version"],
      where: pastInduction,
      _count: { mentorId: true },
    }),
    database().codeOfConduct.findMany({
      orderBy: { version: "desc" },
      select: {
        ...{ version: true, publishedOn: true, dueOn: true, textEn: true, textFr: true },
        _count: { select: { acknowledged: { where: pastInduction } } },
      },
    }),
  ]);
  const through = (code: string, version: number) =>
    stepCounts.find((one) => one.stepCode === code && one.version === version)?._count.mentorId ?? 0;
  return {
    mentors,
    mayPublish: can(actor, "mentor.publishStandard"),
    steps: steps.map((step) => ({ ...step, through: through(step.code, step.version) })),
    codes: codes.map(({ publishedOn, dueOn, _count, ...code }) => ({
      ...code,
      publishedOn: dayOf(publishedOn),
      dueOn: dueOn && dayOf(dueOn),
      acknowledged: _count.acknowledged,
    })),
  };
}

/** The code in force for whoever may write its next version; null for everybody else. */
export async function readCodeToChange(actor: Actor) {
  if (!can(actor, "mentor.publishStandard")) return null;
  const { version, textEn, textFr } = await latestCode(database());
  return { version, textEn, textFr };
}

/** A step in force for whoever may write its next version; null for everybody else, and where there is no such step. */
export async function readStepToChange(actor: Actor, code: string) {
  if (!can(actor, "mentor.publishStandard")) return null;
  const step = (await latestSteps(database())).find((one) => one.code === code);
  if (!step) return null;
  const { version, titleEn, titleFr, textEn, textFr } = step;
  return { version, titleEn, titleFr, textEn, textFr };
}
