import { z } from "zod";

/** A decision's reasons say something when they have so many characters. */
export const REASONS_LENGTH = 40;

/** A choice from the recommended list with its reasons, as the form posts it. */
export const decisionSchema = z.object({
  candidacyId: z.uuid({ message: "choose" }),
  reasons: z.string().trim().min(REASONS_LENGTH, { message: "reasonsShort" }).max(6000),
  /** What decided between the chosen and those whom the figures cannot tell from them. */
  tieBreak: z.string().trim().max(6000).default(""),
  /** Why not somebody who surely stands above. */
  departure: z.string().trim().max(6000).default(""),
});
export type Choice = z.input<typeof decisionSchema>;

/**
 * The nationalities a candidate shares with who holds the post now, or held it last: as a rule no national succeeds a
 * compatriot in a senior post (General Assembly resolution 46/232). A reason to look, never to reject.
 */
export const sharedWithIncumbent = (
  candidate: readonly string[],
  incumbents: readonly { readonly nationalities: readonly string[] }[],
): readonly string[] =>
  candidate.filter((state) => incumbents.some(({ nationalities }) => nationalities.includes(state)));
