import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { NAMED_CALL, nameOfCall } from "#app/selection/call/call-title.ts";
import { TOLD_BY, toldOf } from "#app/selection/candidate/told.ts";
import { nominationOpenTo } from "#app/selection/conflict/recusal.ts";
import { reasonsIn, type ScreeningReason } from "#app/selection/screening/screening-reasons.ts";
import { KNOWN_TO_STATE, knownToState } from "./known-nominee.ts";
import { type NominationStatus, statusOfNomination } from "./nomination-status.ts";

/** Nominees that a state's page reads, the latest; the list of nominations has all, page by page. */
const READ = 200;

/** A nominee of a state as the state may know them. */
export interface StateNominee {
  /** The nomination's. */
  readonly id: string;
  readonly name: string;
  readonly callId: string;
  readonly call: string;
  readonly status: NominationStatus;
  /** Why the nominee was screened out or not taken into the cadre, as the state was told; empty where no reason is told. */
  readonly reasons: readonly ScreeningReason[];
}

/** A state's latest nominees, each with where they stand. Of two nominations of its own that were joined, the one that goes on. */
export async function readStateNominees(
  actor: Pick<Actor, "userId" | "locale">,
  stateCode: string,
): Promise<readonly StateNominee[]> {
  const nominations = await database().nomination.findMany({
    where: { stateCode, ...nominationOpenTo(actor) },
    orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
    take: READ,
    select: {
      ...{ id: true, state: true, callId: true, call: { select: NAMED_CALL } },
      vacancy: { select: { state: true } },
      ...KNOWN_TO_STATE,
      candidacy: {
        select: {
          ...KNOWN_TO_STATE.candidacy.select,
          ...{ state: true, letters: TOLD_BY },
          screening: { select: { reasonCodes: true } },
          mergedInto: {
            select: { state: true, letters: TOLD_BY, nomination: { select: { stateCode: true } } },
          },
        },
      },
      poolReview: { select: { state: true, reasonCodes: true } },
    },
  });
  return nominations.flatMap(({ id, state, callId, call, vacancy, candidacy, poolReview, ...nominee }) => {
    const other = candidacy?.mergedInto;
    if (other?.nomination.stateCode === stateCode) return [];
    const { givenName, familyName } = knownToState({ ...nominee, candidacy });
    const status = statusOfNomination({
      state,
      candidacyState: other?.state ?? candidacy?.state ?? null,
      vacancyState: vacancy?.state ?? null,
      told: toldOf("state", (other ?? candidacy)?.letters ?? [], vacancy?.state === "closed"),
      reviewState: poolReview?.state ?? null,
    });
    const codes = status === "screenedOut" ? candidacy?.screening?.reasonCodes : poolReview?.reasonCodes;
    return {
      ...{ id, callId, status, name: `${givenName} ${familyName}`, call: nameOfCall(actor.locale, call) },
      reasons: status === "screenedOut" || status === "notTaken" ? reasonsIn(codes ?? []) : [],
    };
  });
}
