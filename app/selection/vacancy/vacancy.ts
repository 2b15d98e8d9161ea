import { z } from "zod";
import { LEVELS, RANKS } from "#app/selection/nomination/grade.ts";

/** Where the United Nations has its Headquarters: calls close by that clock unless another is chosen. */
export const HEADQUARTERS_TIME_ZONE = "America/New_York";

/** How many names a panel forwards at least where it can (METHOD §3), and at most. */
export const SHORTLIST = { least: 2, usual: 3, most: 6 } as const;

/** Least days between the opening of a call and its close: missions abroad need time to find nominees. */
export const LEAST_CALL_DAYS = 7;

const DAY = 86_400_000;

/** Whether a call that closes then is open long enough. */
export const longEnough = (opensAt: Date, closesAt: Date): boolean =>
  closesAt.getTime() - opensAt.getTime() >= LEAST_CALL_DAYS * DAY;

/**
 * What a vacancy is called on documents and in addresses: year, mission, post, and a number from the second of a year
 * on: `2026-MINUSCA-forceCommander`, `2026-MINUSCA-forceCommander-2`.
 *
 * @param before how many vacancies of this post that year has seen
 */
export function vacancyReference(
  year: number,
  acronym: string,
  roleKindCode: string,
  before: number,
): string {
  const mission = acronym.replaceAll(/[^A-Za-z0-9]+/g, "");
  return `${year}-${mission}-${roleKindCode}${before === 0 ? "" : `-${before + 1}`}`;
}

/** Why a call closes before its hour; empty from the hour on. */
export const closeCallSchema = z.object({ reason: z.string().trim().max(1000).default("") });

/** Least characters of the reason why a vacancy ends without an appointment. */
export const CLOSE_REASON_LENGTH = 20;

/** Why a vacancy ends without an appointment; its length is the life cycle's to judge. */
export const closeVacancySchema = z.object({ reason: z.string().trim().max(1000).default("") });

const amount = (most: number) => z.coerce.number().int().min(0).max(most);

/** One of a list, or nothing chosen. */
const orNone = <const T extends readonly string[]>(values: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), z.enum(values).optional()).optional();

/** A vacancy as the form drafts it: the post, how many names are to be put forward, and what is required. */
export const draftSchema = z.object({
  postId: z.uuid("choose"),
  shortlistSize: z.coerce.number().int().min(SHORTLIST.least).max(SHORTLIST.most),
  seniorYears: amount(40),
  level: orNone(LEVELS),
  rank: orNone(RANKS),
  fieldMissions: amount(10),
  deployableDays: amount(365),
  languages: z.array(z.string().min(2)).max(6).default([]),
  excludeHost: z.stringbool({ truthy: ["on"], falsy: [""] }).default(false),
});
export type VacancyDraft = z.output<typeof draftSchema>;
