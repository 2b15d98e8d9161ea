import { z } from "zod";
import { versionNumber } from "#app/platform/version-number.ts";

/** The settings of the cadre: the same for everybody, whoever they are. */
export interface CadreSettings {
  /** For how many months a finding of readiness holds. */
  readonly readinessMonths: number;
  /** After how many months without confirmation a membership lapses. */
  readonly lapseMonths: number;
}

/**
 * The settings until the secretariat sets others. Readiness holds for 36 months, the same for women and men (METHOD §8):
 * the UN's own rosters differ by sex since ST/AI/2025/2, Cadre does not. A file is to be confirmed every year; one that
 * two years have not seen confirmed says nothing of today. That is Cadre's own choice.
 */
export const DEFAULT_CADRE_SETTINGS: CadreSettings = { readinessMonths: 36, lapseMonths: 24 };

/** Months within which the settings can lie; no membership lapses before its yearly confirmation was missed. */
export const SETTING_BOUNDS = {
  readinessMonths: { least: 6, most: 120 },
  lapseMonths: { least: 13, most: 120 },
} as const;

/** A reason for other settings says something when it has so many characters. */
export const SETTING_REASON_LENGTH = 20;

const months = ({ least, most }: { readonly least: number; readonly most: number }) =>
  z.coerce.number().int().min(least).max(most);

/** Other settings as their form posts them: with the version they replace, and why. */
export const cadreSettingsSchema = z.object({
  readinessMonths: months(SETTING_BOUNDS.readinessMonths),
  lapseMonths: months(SETTING_BOUNDS.lapseMonths),
  version: versionNumber,
  reason: z.string().trim().min(SETTING_REASON_LENGTH, { message: "tooShort" }).max(1000),
});
export type NewCadreSettings = z.output<typeof cadreSettingsSchema>;
