import { z } from "zod";
import { formDay } from "#app/platform/form-day.ts";
import { daysAfter } from "#app/platform/utc-day.ts";
import { type Period, twelveMonthsTo } from "./balance.ts";
import { PARTS, STRETCHES } from "./case-part.ts";
import { BASES } from "./case-view.ts";
import { FUNNEL_STAGES } from "./funnel.ts";

/** What people are told apart by, beside their gender. */
export const DIMENSIONS = ["stage", ...PARTS] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Told to those alone who may read sensitive breakdowns. */
const SENSITIVE: ReadonlySet<Dimension> = new Set(["ageBand"]);

/** The dimensions that a reader may choose. */
export const dimensionsFor = (sensitive: boolean): readonly Dimension[] =>
  DIMENSIONS.filter((one) => sensitive || !SENSITIVE.has(one));

const periodOf = (today: string) => ({
  from: formDay.default(twelveMonthsTo(today).startsOn),
  to: formDay.default(today),
  basis: z.enum(BASES).default("opened"),
});

interface Days {
  readonly from: string;
  readonly to: string;
}

const inOrder = ({ from, to }: Days, context: z.RefinementCtx) => {
  if (to < from) context.addIssue({ code: "custom", path: ["to"], message: "untilBeforeFrom" });
};

/** The days from one to another, both counted. */
export const periodFrom = ({ from, to }: Days): Period => ({
  startsOn: from,
  endsBefore: daysAfter(to, 1),
});

/**
 * What a crossing is asked for in its address: one dimension or two, the stage at which people are counted, and whose call
 * opened, or who was decided upon, from one day to another. Nothing asked is the last twelve months by role, nominated.
 */
export const crossingQuerySchema = (today: string, sensitive: boolean) =>
  z
    .object({
      first: z.enum(dimensionsFor(sensitive)).default("role"),
      second: z.enum(dimensionsFor(sensitive)).optional(),
      stage: z.enum(FUNNEL_STAGES).default("nominated"),
      ...periodOf(today),
    })
    .superRefine((asked, context) => {
      inOrder(asked, context);
      if (asked.first === asked.second)
        context.addIssue({ code: "custom", path: ["second"], message: "dimensionTwice" });
    });
export type CrossingQuery = z.output<ReturnType<typeof crossingQuerySchema>>;

/** What the page of gender balance is asked for by those who see exact figures. */
export const balanceQuerySchema = (today: string, sensitive: boolean) =>
  z
    .object({
      by: z.enum(dimensionsFor(sensitive).filter((one) => one !== "stage")).optional(),
      each: z.enum(STRETCHES).default("year"),
      ...periodOf(today),
    })
    .superRefine(inOrder);
export type BalanceQuery = z.output<ReturnType<typeof balanceQuerySchema>>;
