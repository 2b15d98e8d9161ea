import { z } from "zod";

/** The largest whole number that a column of the database holds: 2³¹ − 1. */
const MOST = 2_147_483_647;

/** A version as a form carries it along: a whole number from 0 that its column can hold. */
export const versionNumber = z.coerce.number().int().min(0).max(MOST);
