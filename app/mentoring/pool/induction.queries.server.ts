import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database, type Reader } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";

const day = (date: Date | null) => date && dayOf(date);

/** The code of conduct in force: the latest version. */
export const latestCode = (reader: Reader) =>
  reader.codeOfConduct.findFirstOrThrow({
    orderBy: { version: "desc" },
    select: { version: true, textEn: true, textFr: true, publishedOn: true, dueOn: true },
  });

/** The steps of the induction in their order, each in the version in force. */
export async function latestSteps(reader: Reader) {
  const steps = await reader.inductionStep.findMany({
    orderBy: { position: "asc" },
    select: {
      code: true,
      versions: {
        orderBy: { version: "desc" },
        take: 1,
        select: {
          ...{ version: true, titleEn: true, titleFr: true, textEn: true, textFr: true },
          ...{ publishedOn: true, dueOn: true },
        },
      },
    },
  });
  return steps.flatMap(({ code, versions: [latest] }) =>
    latest ? [{ ...latest, code, publishedOn: dayOf(latest.publishedOn), dueOn: day(latest.dueOn) }] : [],
  );
}

/** What a mentor has marked, each step in the versions they have been through, the latest first. */
const marksOf = (reader: Reader, mentorId: string) =>
  reader.inductionDone.findMany({
    where: { mentorId },
    orderBy: { version: "desc" },
    select: { stepCode: true, version: true, doneOn: true, byMentor: true },
  });

/** The versions of the code that a mentor acknowledged, the latest first. */
const acknowledgedBy = (reader: Reader, mentorId: string) =>
  reader.codeAcknowledgement.findMany({
    where: { mentorId },
    orderBy: { version: "desc" },
    select: { version: true, acknowledgedAt: true },
  });

/** What a mentor still has before them: steps of the induction and the code of conduct, each in the version in force. */
export async function readReadiness(reader: Reader, mentorId: string) {
  const [code, steps, marks, codes] = [
    await latestCode(reader),
    await latestSteps(reader),
    await marksOf(reader, mentorId),
    await acknowledgedBy(reader, mentorId),
  ];
  const done = new Set(marks.map(({ stepCode, version }) => `${stepCode}:${version}`));
  const left = steps.filter(({ code: step, version }) => !done.has(`${step}:${version}`));
  const known = new Set(marks.map(({ stepCode }) => stepCode));
  const codeAcknowledged = codes.some(({ version }) => version === code.version);
  return {
    stepsLeft: left.length,
    codeAcknowledged,
    /** Where an earlier version of the code was acknowledged: by when this one is to be. */
    codeDueOn: codeAcknowledged || codes.length === 0 ? null : day(code.dueOn),
    /** Steps gone through in an earlier version alone, and by when the first of them is to be gone through again. */
    changedSteps: left.filter(({ code: step }) => known.has(step)).length,
    stepsDueOn:
      left
        .flatMap(({ code: step, dueOn }) => (known.has(step) && dueOn ? [dueOn] : []))
        .toSorted()
        .at(0) ?? null,
  };
}

/** The steps of a mentor's induction in their order, each with when it was done and who says so; and the code. */
export async function readInduction(mentorId: string) {
  const [steps, marks, code, codes] = await Promise.all([
    latestSteps(database()),
    marksOf(database(), mentorId),
    latestCode(database()),
    acknowledgedBy(database(), mentorId),
  ]);
  const acknowledged = codes.find(({ version }) => version === code.version);
  const [latest] = codes;
  return {
    steps: steps.map((step) => {
      const [mark] = marks.filter(({ stepCode }) => stepCode === step.code);
      const said = mark && { on: dayOf(mark.doneOn), byMentor: mark.byMentor };
      const current = mark?.version === step.version;
      return { ...step, done: current && said ? said : null, earlier: said && !current ? said.on : null };
    }),
    code: {
      ...code,
      publishedOn: dayOf(code.publishedOn),
      dueOn: day(code.dueOn),
      acknowledgedOn: acknowledged ? dayOf(acknowledged.acknowledgedAt) : null,
      earlier: latest && !acknowledged ? { version: latest.version, on: dayOf(latest.acknowledgedAt) } : null,
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
