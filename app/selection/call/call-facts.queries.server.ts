import { now } from "#app/platform/clock.server.ts";
import { database, type Reader } from "#app/platform/database.server.ts";
import { type ListTerms, listTermsOf } from "#app/selection/nomination/list-rule.ts";
import { SERVICES, type Service } from "#app/selection/nomination/nominee-file.ts";
import { addressedTo, callPhase, takesNominations } from "./call.ts";
import { NAMED_CALL } from "./call-title.ts";

const FACTS = {
  ...NAMED_CALL,
  id: true,
  state: true,
  listRule: true,
  listNumbers: true,
  targetedStateCodes: true,
  selfNomination: true,
  opensAt: true,
  closesAt: true,
  takesUntil: true,
  timeZone: true,
  graceMinutes: true,
  vacancies: {
    orderBy: { reference: "asc" },
    select: {
      id: true,
      reference: true,
      post: {
        select: {
          roleKind: { select: { nameEn: true, nameFr: true, component: true } },
          mission: { select: { acronym: true } },
        },
      },
    },
  },
} as const;

/** A call as nominating looks at it: what it is for, until when it takes nominations, what it asks of a list. */
export async function readCallFacts(reader: Reader, callId: string, moment: Date) {
  const call = await reader.call.findUnique({
    where: { id: callId, state: { not: "draft" } },
    select: FACTS,
  });
  if (!call) return null;
  const { listRule, listNumbers, vacancies, ...facts } = call;
  const terms: ListTerms = listTermsOf(listRule, listNumbers);
  return {
    ...facts,
    phase: callPhase(call, moment),
    terms,
    vacancies: vacancies.map(({ post, ...vacancy }) => ({
      ...vacancy,
      post,
      component: serviceOf(post.roleKind.component),
    })),
  };
}
export type CallFacts = NonNullable<Awaited<ReturnType<typeof readCallFacts>>>;

const serviceOf = (component: string): Service =>
  SERVICES.find((service) => service === component) ?? "civilian";

/** Whether a state may nominate by a call: it is addressed to it. */
export const isFor = (call: Pick<CallFacts, "targetedStateCodes">, stateCode: string): boolean =>
  addressedTo(call.targetedStateCodes, stateCode);

/** Whether somebody may nominate themself by a call: it says so, and no post of it is seconded. */
export const allowsOneself = (call: Pick<CallFacts, "selfNomination" | "vacancies">): boolean =>
  call.selfNomination && call.vacancies.every(({ component }) => component === "civilian");

/** A call by its reference, as somebody who would nominate themself finds it; null where there is none to the public. */
export async function findOwnCall(reference: string) {
  const found = await database().call.findUnique({
    where: { reference, state: { not: "draft" }, targetedStateCodes: { isEmpty: true } },
    select: { id: true },
  });
  const call = found && (await readCallFacts(database(), found.id, now()));
  if (!call) return null;
  return {
    id: call.id,
    reference: call.reference,
    allowed: allowsOneself(call) && takesNominations(call.phase),
  };
}
