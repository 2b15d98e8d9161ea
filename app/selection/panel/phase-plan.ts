import { z } from "zod";
import { formDay } from "#app/platform/form-day.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import { DATED_PHASES } from "./phase.ts";

const day = z.union([z.literal(""), formDay]).default("");
const days = z.object({ opensOn: day, closesOn: day }).prefault({});

/** The days of a panel's phases as their form posts them; an empty field is a day not set. */
export const planSchema = z
  .object({
    version: versionNumber,
    reason: z.string().trim().max(1000).default(""),
    calibration: days,
    desk: days,
    compared: days,
    interview: days,
    revealed: days,
  })
  .transform(({ version, reason, ...phases }) => ({
    version,
    reason,
    days: DATED_PHASES.map((phase) => ({ phase, ...phases[phase] })),
  }));

export type PlanOrder = z.output<typeof planSchema>;
