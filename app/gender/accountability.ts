import { z } from "zod";
import { GENDERS } from "./counts.ts";

/** The lists of who answers for the balance, each with what it can be sorted by. */
export const LEADER_SORTS = ["mission", "name", "endsOn", "signed"] as const;
export const MISSION_SORTS = ["mission", "share", "vacant", "ending", "choices"] as const;
export const STATE_SORTS = ["state", "share", "lists", "pledges"] as const;

export type LeaderSort = (typeof LEADER_SORTS)[number];
export type MissionSort = (typeof MISSION_SORTS)[number];
export type StateSort = (typeof STATE_SORTS)[number];

/** Within so many months the end of a term is told: two years, as planning for a succession looks ahead. */
export const MONTHS_AHEAD = 24;

/** The departments that lead missions; null: a mission of which none is stated. */
export const DEPARTMENTS = ["peaceOperations", "politicalAndPeacebuildingAffairs"] as const;
export type Department = (typeof DEPARTMENTS)[number];

/** Women and men of a group, exactly; others beside. */
export interface Heads {
  readonly women: number;
  readonly men: number;
  readonly other: number;
}

/** Stages at which those nominated are told by state and department. */
export const TOLD_STAGES = ["nominated", "screenedIn", "recommended", "appointed"] as const;
export type ToldStage = (typeof TOLD_STAGES)[number];

/**
 * What a reader is told of nominees: exact counts; of the own state what it stated and was told; nothing, where counts
 * below five are withheld (METHOD § 6) and no release tells them by state or mission.
 */
export type NomineeSight = "exact" | "own" | "none";

/** The reporting year asked for by the year in which it begins; the present one where none is, or no year. */
export function yearAsked(url: string, present: number): number {
  const asked = new URL(url).searchParams.get("year");
  const year = z.coerce.number().int().min(2000).max(present).safeParse(asked);
  return asked !== null && year.success ? year.data : present;
}

/** How a leader's compact of a year stands. */
export const COMPACT_STATES = ["none", "open", "leaderSigned", "supervisorSigned", "signed"] as const;
export type CompactState = (typeof COMPACT_STATES)[number];

/** What a row of people by gender is read as. */
export const genderColumn = z.enum(GENDERS);
