import { database } from "#app/platform/database.server.ts";
import { NO_FILE } from "#app/selection/candidate/candidate-file.ts";
import { caseFile, LATEST_VERSION } from "#app/selection/candidate/case-file.queries.server.ts";
import { requirementsOf } from "#app/selection/screening/requirement.ts";
import { asksToAttest } from "./pool-answer.ts";

const NAMED = { code: true, nameEn: true, nameFr: true } as const;

/** The languages and the states that a form offers. */
const offered = () =>
  Promise.all([
    database().language.findMany({ orderBy: { nameEn: "asc" }, select: NAMED }),
    database().state.findMany({ orderBy: { nameEn: "asc" }, select: NAMED }),
  ]);

/** What the form shows of an answer that was not taken: what was typed comes with the reply, and nothing else is told. */
export async function readSpentAnswer(): Promise<PoolAnswerPage> {
  const [languages, states] = await offered();
  return { file: NO_FILE, languages, states, byState: false, attests: true };
}

/** What somebody nominated for the cadre answers from: the file as their nominator stated it, and what the call asks. */
export async function readPoolAnswer(nominationId: string) {
  const [review, [languages, states]] = await Promise.all([
    database().poolReview.findUnique({
      where: { nominationId },
      select: {
        fileVersions: LATEST_VERSION,
        nomination: { select: { personId: true, nominator: true, call: { select: { requirements: true } } } },
      },
    }),
    offered(),
  ]);
  if (!review) return null;
  const { nomination, fileVersions } = review;
  return {
    file: await caseFile(database(), { personId: nomination.personId, fileVersions }),
    ...{ languages, states },
    /** Whether a state put the person forward, which is told of the answer. */
    byState: nomination.nominator === "state",
    attests: asksToAttest(requirementsOf(nomination.call.requirements)),
  };
}
export type PoolAnswerPage = NonNullable<Awaited<ReturnType<typeof readPoolAnswer>>>;
