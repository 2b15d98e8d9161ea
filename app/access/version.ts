import { z } from "zod";

/** The greatest number that a version's column holds (PostgreSQL `integer`). */
const MOST = 2_147_483_647;

/** The version of a thing that a form was opened upon, as the form posts it; 0 for a thing not yet begun. */
export const postedVersion = z.coerce.number().int().min(0).max(MOST);
