import { z } from "zod";
import { memberSearchSchema } from "./member-search.ts";
import { PLEDGE_KINDS } from "./state-pledge.ts";

/** The lists of the cadre that are taken as a sheet; the bench has its own. */
export const CADRE_LISTS = [
  ...(["members", "courses", "seats", "pledges", "compacts", "fit", "fitToPost"] as const),
] as const;

/** Which list is asked for, in which format, and what narrows it, as an address holds it. */
export const listOrderSchema = z.intersection(
  z.discriminatedUnion("list", [
    memberSearchSchema.extend({ list: z.literal("members") }),
    z.object({ list: z.literal("courses") }),
    z.object({ list: z.literal("seats"), course: z.uuid() }),
    z.object({
      list: z.literal("pledges"),
      state: z.string().length(2).optional().catch(undefined),
      kind: z.enum(PLEDGE_KINDS).optional().catch(undefined),
    }),
    z.object({ list: z.literal("compacts") }),
    z.object({ list: z.literal("fit"), vacancy: z.uuid() }),
    z.object({ list: z.literal("fitToPost"), post: z.uuid() }),
  ]),
  z.object({ format: z.enum(["csv", "xlsx"]) }),
);
export type ListOrder = z.output<typeof listOrderSchema>;
