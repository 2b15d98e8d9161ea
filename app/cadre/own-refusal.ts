import { z } from "zod";

/**
 * What keeps a member from doing what the own page offers, as the page is told of it in its address: the forms are of other
 * routes, which send back to it.
 */
export const OWN_REFUSALS = [
  "callNotOpen",
  "changedMeanwhile",
  "invitationAnswered",
  "leftCadre",
  "noReadinessHolds",
  "notActiveMember",
  "notYourState",
  "wrongState",
] as const;

export type OwnRefusal = (typeof OWN_REFUSALS)[number];

const named = z.enum(OWN_REFUSALS);

/** A refusal from the word of an address; null where it is none of these. */
export const ownRefusal = (word: string | null): OwnRefusal | null => named.safeParse(word).data ?? null;
