import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { answerPoolReview } from "#app/selection/answer-pool-review.server.ts";
import type { DraftFile } from "#app/selection/nominee-file.ts";
import type { PoolFinding } from "#app/selection/pool-review.ts";
import { must } from "./must.ts";
import { aDraftFile, submitDrafts } from "./nominee-story.ts";
import { anAccount } from "./screened-vacancy.ts";
import { aFocalPoint, published, someGlobalCall } from "./selection-story.ts";

/** A call for the cadre at large that takes nominations. */
export async function aGlobalCall() {
  const officer = await anAccount("secretariat", "Officer");
  return { officer, ...(await published(officer, someGlobalCall({ listRule: "none" }))) };
}

/** A nomination by a state for the cadre; the nominee is a guest with a link, and may sign in. */
export async function aPoolNomination(callId: string, stateCode = "GH", changes: Partial<DraftFile> = {}) {
  const focalPoint = await aFocalPoint(stateCode);
  const { draftId, version, file } = await aDraftFile(focalPoint, callId, changes);
  must(await submitDrafts(focalPoint, callId, [{ draftId, version }]));
  const { id: nominationId, person } = await database().nomination.findFirstOrThrow({
    where: { draftId },
    select: { id: true, person: { select: { id: true, userId: true, givenName: true } } },
  });
  const nominee: Actor = {
    ...{ userId: person.userId, personId: person.id, name: person.givenName, role: "candidate" },
    ...{ stateCode: null, roles: [{ role: "candidate", stateCode: null }], locale: "en", timeZone: "UTC" },
  };
  return { focalPoint, nominationId, nominee, file };
}

/** The same, where the nominee has agreed to be reviewed. */
export async function anAgreedNomination(callId: string, stateCode = "GH", changes: Partial<DraftFile> = {}) {
  const nominated = await aPoolNomination(callId, stateCode, changes);
  must(await answerPoolReview(nominated.nominee, { nominationId: nominated.nominationId, agrees: true }));
  return nominated;
}

/** A finding that lets somebody in. */
export const suitable = (
  changes: Partial<Extract<PoolFinding, { outcome: "suitable" }>> = {},
): PoolFinding => ({
  outcome: "suitable",
  version: 1,
  roleKindCodes: ["srsg", "dsrsgPolitical"],
  level: "now",
  evidence: "Led two missions' political components through elections.",
  note: "",
  ...changes,
});

/** One that does not. */
export const notTaken = (
  changes: Partial<Extract<PoolFinding, { outcome: "notTaken" }>> = {},
): PoolFinding => ({
  outcome: "notTaken",
  version: 1,
  reasons: ["fieldShort", "languageShort"],
  note: "Seen by the board.",
  ...changes,
});
