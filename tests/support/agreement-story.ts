import type { Actor } from "#app/access/actor.ts";
import type { Agreement, Mark } from "#app/mentoring/engagement/agreement.ts";
import { readAgreement } from "#app/mentoring/engagement/pair.queries.server.ts";
import { proposeAgreement } from "#app/mentoring/engagement/propose-agreement.server.ts";
import { signAgreement } from "#app/mentoring/engagement/sign-agreement.server.ts";
import type { EngagementStory } from "./engagement-story.ts";
import { must } from "./must.ts";

/** Words that nobody but the pair may ever read. */
export const GOAL = "Win the trust of my deputies.";

export const someAgreement = (changes: Partial<Agreement> = {}): Agreement => ({
  goals: [GOAL, "Speak to the press without notes."],
  ...{ cadence: "usual", minutes: 75, channel: "video" },
  ...{ confidentiality: "Not even spouses.", offLimits: "My succession." },
  ...changes,
});

/** The version and revision that an actor's page shows: of what is proposed, or of the next version. */
export async function shownRevision(actor: Actor, engagementId: string) {
  const read = await readAgreement(actor, engagementId);
  if (read?.proposed) return { version: read.proposed.version, revision: read.proposed.revision };
  const latest = [read?.signed, ...(read?.earlier ?? [])].map((one) => one?.version ?? 0);
  return { version: Math.max(0, ...latest) + 1, revision: 0 };
}

export const propose = async (actor: Actor, engagementId: string, changes: Partial<Agreement> = {}) =>
  proposeAgreement(actor, {
    engagementId,
    agreement: someAgreement(changes),
    ...(await shownRevision(actor, engagementId)),
  });

export const sign = async (actor: Actor, engagementId: string, marks: readonly Mark[] = [1, 2]) =>
  signAgreement(actor, { engagementId, marks, ...(await shownRevision(actor, engagementId)) });

/** A pair whose agreement is in force. */
export async function agreed({ engagementId, mentor, mentee }: EngagementStory) {
  must(await propose(mentee, engagementId));
  must(await sign(mentor, engagementId, [2, 3]));
  must(await sign(mentee, engagementId, [1, 2]));
}
