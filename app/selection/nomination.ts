import { z } from "zod";
import { GENDERS, type Gender } from "#app/gender/counts.ts";

/** Least and most characters of a state's statement on its nominee. */
export const STATEMENT_LENGTH = { least: 100, most: 4000 } as const;

/** Least characters of the reason why a state that nominates two or more names no woman. */
export const BALANCE_REASON_LENGTH = 20;

/** A nomination as the form posts it, without its document. */
export const nominationSchema = z.object({
  submissionKey: z.uuid(),
  givenName: z.string().trim().min(1).max(120),
  familyName: z.string().trim().min(1).max(120),
  email: z.email().trim().toLowerCase().max(254),
  gender: z.enum(GENDERS),
  nationality: z.string().min(1, "choose"),
  statement: z.string().trim().min(STATEMENT_LENGTH.least, "statementShort").max(STATEMENT_LENGTH.most),
  certified: z.literal("on", "certificationMissing"),
  balanceReason: z.string().trim().max(1000).default(""),
  document: z
    .instanceof(File, { error: "documentMissing" })
    .refine((file) => file.size > 0, { error: "documentMissing" }),
});
export type NewNomination = Omit<z.output<typeof nominationSchema>, "document">;

/**
 * Whether a state must say why: it nominates two or more for one vacancy and no woman among them (METHOD §5).
 *
 * @param genders of all the state's nominees for the vacancy, the new one included
 */
export const needsBalanceReason = (genders: readonly Gender[]): boolean =>
  genders.length >= 2 && !genders.includes("woman");
