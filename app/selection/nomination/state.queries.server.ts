import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { NominationState } from "#app/generated/prisma/enums.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { openTo } from "#app/selection/call/call.queries.server.ts";
import { NAMED_CALL, nameOfCall } from "#app/selection/call/call-title.ts";
import { type LetterState, toldOf } from "#app/selection/candidate/told.ts";
import { withheldCandidacies } from "#app/selection/conflict/recusal.queries.server.ts";
import { nominationOpenTo } from "#app/selection/conflict/recusal.ts";
import type { CandidacyState, VacancyState } from "#app/selection/lifecycle.ts";
import type { PoolReviewState } from "#app/selection/pool/pool-review.ts";
import { KNOWN_TO_STATE, knownToState } from "./known-nominee.ts";
import { NOMINATION_STATUSES, type NominationStatus, statusOfNomination } from "./nomination-status.ts";
import { readStateNominees } from "./state-nominees.queries.server.ts";

export const STATES_PER_PAGE = 50;
/** Submissions and withdrawals a state's page shows. */
const SHOWN = 50;

/** Everything a state's page says of selection: its nominees by status, what is due next, reasons given, its lists. */
export async function readState(actor: Actor, code: string) {
  if (!can(actor, "list.read", { stateCode: code })) return null;
  const state = await database().state.findUnique({
    where: { code },
    select: { code: true, nameEn: true, nameFr: true, regionalGroup: true },
  });
  if (!state) return null;
  const [nominees, counts, submissions, withdrawals, calls] = await Promise.all([
    readStateNominees(actor, code),
    withheldCandidacies(database(), actor).then((withheld) => countByStatus(code, withheld)),
    database().listSubmission.findMany({
      where: { stateCode: code },
      orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
      take: SHOWN,
      select: {
        id: true,
        callId: true,
        women: true,
        men: true,
        another: true,
        notStated: true,
        ruleMet: true,
        reason: true,
        submittedAt: true,
        call: { select: { ...NAMED_CALL, listRule: true } },
      },
    }),
    database().nomination.findMany({
      where: { stateCode: code, state: "withdrawn", withdrawnAt: { not: null }, ...nominationOpenTo(actor) },
      orderBy: [{ withdrawnAt: "desc" }, { id: "desc" }],
      take: SHOWN,
      select: {
        id: true,
        withdrawnAt: true,
        withdrawnReason: true,
        call: { select: NAMED_CALL },
        ...KNOWN_TO_STATE,
      },
    }),
    nextDue(actor.locale, code),
  ]);
  return {
    state,
    nominees,
    counts,
    calls,
    lists: submissions.map(({ call, submittedAt, ...one }) => ({
      ...one,
      call: nameOfCall(actor.locale, call),
      reference: call.reference,
      ruled: call.listRule !== "none",
      submittedAt: submittedAt.toISOString(),
    })),
    withdrawals: withdrawals.map(({ id, call, withdrawnAt, withdrawnReason, ...nominee }) => {
      const { givenName, familyName } = knownToState(nominee);
      return {
        ...{ id, withdrawnReason },
        name: `${givenName} ${familyName}`,
        call: nameOfCall(actor.locale, call),
        withdrawnAt: withdrawnAt?.toISOString() ?? "",
      };
    }),
  };
}
export type StatePage = NonNullable<Awaited<ReturnType<typeof readState>>>;

interface Counted {
  readonly reviewState: PoolReviewState | null;
  readonly state: NominationState;
  readonly candidacyState: CandidacyState | null;
  readonly vacancyState: VacancyState | null;
  /** Of the letters to the state, or to a candidate who has none to a state, the oldest first. */
  readonly letters: readonly LetterState[];
  readonly count: number;
}

/**
 * How many of a state's nominees stand where, as the state may know it. A case joined with another counts where that one
 * stands; with another of the same state it is left out, for one person counts once.
 */
async function countByStatus(
  stateCode: string,
  withheld: readonly string[],
): Promise<readonly { status: NominationStatus; count: number }[]> {
  const rows = await database().$queryRaw<Counted[]>`
    select n."state", coalesce(k."state", c."state") as "candidacyState", v."state" as "vacancyState",
      r."state" as "reviewState", array(
        select l."state"::text from "Letter" l where l."candidacyId" = coalesce(k."id", c."id")
        and l."audience" = (select max(a."audience") from "Letter" a where a."candidacyId" = l."candidacyId")
        order by l."draftedAt", l."id") as "letters", count(*)::int as "count"
    from "Nomination" n left join "Candidacy" c on c."nominationId" = n."id"
    left join "Candidacy" k on k."id" = c."mergedIntoId"
    left join "Nomination" o on o."id" = k."nominationId"
    left join "Vacancy" v on v."id" = n."vacancyId"
    left join "PoolReview" r on r."nominationId" = n."id"
    where n."stateCode" = ${stateCode} and o."stateCode" is distinct from n."stateCode"
      and (c."id" is null or c."id" <> all(${[...withheld]}::uuid[])) group by 1, 2, 3, 4, 5`;
  const counted = rows.map(({ letters, count, ...row }) => {
    const sent = letters.map((state) => ({ audience: "state" as const, state }));
    const told = toldOf("state", sent, row.vacancyState === "closed");
    return { count, status: statusOfNomination({ ...row, told }) };
  });
  return NOMINATION_STATUSES.map((status) => ({
    status,
    count: counted.reduce((sum, row) => (row.status === status ? sum + row.count : sum), 0),
  }));
}

/** The calls open to the state, the next to close first. */
async function nextDue(locale: string, stateCode: string) {
  const calls = await database().call.findMany({
    where: openTo(stateCode, now()),
    orderBy: [{ closesAt: "asc" }, { id: "asc" }],
    take: 10,
    select: { ...NAMED_CALL, id: true, closesAt: true, timeZone: true },
  });
  return calls.map(({ id, reference, closesAt, timeZone, ...call }) => ({
    ...{ id, reference, timeZone },
    name: nameOfCall(locale, call),
    closesAt: closesAt?.toISOString() ?? null,
  }));
}

/** The states that have nominated, with how many nominations each made, by name. */
export async function listNominatingStates(locale: string, page: number) {
  const where = { nominations: { some: {} } };
  const name = locale === "fr" ? "nameFr" : "nameEn";
  const [total, states] = await Promise.all([
    database().state.count({ where }),
    database().state.findMany({
      where,
      orderBy: { [name]: "asc" },
      skip: (page - 1) * STATES_PER_PAGE,
      take: STATES_PER_PAGE,
      select: {
        code: true,
        nameEn: true,
        nameFr: true,
        regionalGroup: true,
        _count: { select: { nominations: true } },
      },
    }),
  ]);
  return {
    total,
    states: states.map(({ _count, ...state }) => ({ ...state, nominations: _count.nominations })),
  };
}
