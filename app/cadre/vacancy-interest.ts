import { z } from "zod";

/** What a member says of a vacancy, and which state may know of it; none where no state shall. */
export const interestSchema = z.object({
  vacancyId: z.uuid(),
  interested: z.enum(["yes", "no"]).transform((word) => word === "yes"),
  stateCode: z.string().length(2).optional(),
});
export type InterestOrder = z.output<typeof interestSchema>;

export const INVITATION_ANSWERS = ["interested", "declined"] as const;

/** What a member answers to an invitation to apply. */
export const invitationAnswerSchema = z.object({
  invitationId: z.uuid(),
  answer: z.enum(INVITATION_ANSWERS),
});
export type InvitationAnswerOrder = z.output<typeof invitationAnswerSchema>;
