import { z } from "zod";
import { PLEDGE_KINDS } from "#app/cadre/state-pledge.ts";
import { FUNNEL_STAGES } from "./funnel.ts";
import { LEADER_LISTS } from "./leaders.ts";
import { TARGET_COUNTINGS, TARGET_MEASURES, TARGET_SUBJECTS } from "./target.ts";

/** The version of the shape below. Within one, fields are only added; a field that changes or goes makes the next. */
export const OPEN_VERSION = "1";

const named = z.strictObject({ en: z.string(), fr: z.string() });
const people = z.int().min(0);
const day = z.iso.date();

/** A count; where it is withheld, null with the reason, and never 0. */
const count = z.union([
  z.strictObject({ value: people, reason: z.null() }),
  z.strictObject({ value: z.null(), reason: z.enum(["suppressed"]) }),
]);

/** A share of women among women and men, 0 to 1; null where there is none to give, with the reason. */
const share = z.union([
  z.strictObject({ value: z.number().min(0).max(1), reason: z.null() }),
  z.strictObject({ value: z.null(), reason: z.enum(["suppressed", "tooFew", "nobody"]) }),
]);

const inPost = { women: people, men: people, other: people, share };

const leaders = z.strictObject({
  measure: z.literal("stock"),
  on: day,
  lists: z.array(z.strictObject({ list: z.enum(LEADER_LISTS), ...inPost })),
  levels: z.array(z.strictObject({ level: z.string(), ...inPost })),
  posts: z.array(z.strictObject({ role: z.string(), name: named, level: z.string(), ...inPost })),
});

const year = z.strictObject({
  measure: z.literal("flow"),
  from: day,
  to: day,
  lines: z.array(
    z.strictObject({
      breakdown: z.enum(["all", "role", "level", "region", "post"]),
      key: z.string(),
      name: named,
      stages: z.array(
        z.strictObject({
          stage: z.enum(FUNNEL_STAGES),
          ...{ women: count, men: count, other: count, total: count, share },
        }),
      ),
    }),
  ),
});

const standing = z.union([
  z.strictObject({
    value: z.number().min(0),
    ...{ women: people, men: people, moreWomen: people, from: day, to: day },
    reason: z.null(),
  }),
  z.strictObject({ value: z.null(), reason: z.enum(["suppressed", "notPublished", "notKnown"]) }),
]);

const target = z.strictObject({
  subject: z.enum(TARGET_SUBJECTS),
  measure: z.enum(TARGET_MEASURES),
  counting: z.enum(TARGET_COUNTINGS),
  value: z.number().positive(),
  baselineYear: z.int().nullable(),
  due: day,
  source: z.string(),
  state: z.enum(["reached", "open", "missed", "unknown"]),
  standing,
});

const call = z.strictObject({
  reference: z.string(),
  kind: z.enum(["vacancies", "global"]),
  title: named,
  closesAt: z.iso.datetime(),
  address: z.url(),
});

const pledge = z.strictObject({
  kind: z.enum(PLEDGE_KINDS),
  states: people,
  pledges: z.strictObject({ registered: people, verified: people, ready: people, delivered: people }),
  promised: people,
  delivered: people,
});

/** What everybody may know of the balance of women and men, as it is given to machines. */
export const openBalanceSchema = z.strictObject({
  schema: z.url(),
  version: z.literal(OPEN_VERSION),
  documentation: z.url(),
  leaders,
  year,
  targets: z.array(target),
  calls: z.strictObject({ total: people, listed: z.array(call) }),
  pledges: z.array(pledge),
});

export type OpenBalance = z.infer<typeof openBalanceSchema>;
export type OpenCall = z.infer<typeof call>;
export type OpenPledge = z.infer<typeof pledge>;
export type OpenCount = z.infer<typeof count>;
export type OpenShare = z.infer<typeof share>;
