import { z } from "zod";
import { type HeldRole, ROLES, type Role } from "./actor.ts";

/** An account as a command of the installation is told to open it. */
export const accountOrderSchema = z.object({
  /** Kept in small letters. */
  email: z.email().transform((email) => email.toLowerCase()),
  name: z.string().trim().min(1).max(160),
  /** One role or more, each once. */
  role: z.array(z.enum(ROLES)).min(1),
  /** ISO 3166-1 alpha-2 code of the state of a focal point. */
  state: z
    .string()
    .regex(/^[A-Za-z]{2}$/)
    .transform((code) => code.toUpperCase())
    .optional(),
});

/** The roles of officials, whose accounts the secretariat opens; the others come with a nomination, pledge or appointment. */
export const OFFICIAL_ROLES = [
  "focalPoint",
  "panelMember",
  "decisionMaker",
  "vettingOfficer",
  "secretariat",
  "auditor",
] as const satisfies readonly Role[];

/** An official's account as the secretariat's form posts it. Refuses the roles that are nobody's to give. */
export const officialAccountSchema = accountOrderSchema.extend({
  role: z.array(z.enum(OFFICIAL_ROLES)).min(1, "choose"),
});

export type AccountOrder = z.infer<typeof accountOrderSchema>;

/** Whether a role is one that officers give and withdraw. */
export const isOfficialRole = (role: Role): role is (typeof OFFICIAL_ROLES)[number] =>
  OFFICIAL_ROLES.some((official) => official === role);

const reason = z.string().trim().min(1).max(2000);

/** One more role for an account that is there, as the form posts it; a focal point's needs its state. */
export const roleGiftSchema = z
  .object({ role: z.enum(OFFICIAL_ROLES), state: accountOrderSchema.shape.state, reason })
  .refine(({ role, state }) => role !== "focalPoint" || state !== undefined, {
    path: ["state"],
    error: "refusal.stateMissing",
  });

export type RoleGift = z.infer<typeof roleGiftSchema>;

/** Why a role is withdrawn. */
export const roleWithdrawalSchema = z.object({ reason });

/** The roles of an order; a state is bound to the focal point's and to no other. */
export const rolesOf = ({ role, state }: AccountOrder): readonly HeldRole[] =>
  [...new Set(role)].map((one) => ({ role: one, stateCode: one === "focalPoint" ? (state ?? null) : null }));
