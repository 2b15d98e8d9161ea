import { z } from "zod";
import { GENDERS } from "#app/gender/counts.ts";
import { formDay } from "#app/platform/form-day.ts";

/** A leadership post to be added to a mission. */
export const postSchema = z.object({
  roleKindCode: z.string().min(1, "choose"),
  level: z.string().min(1, "choose"),
});
export type NewPost = z.output<typeof postSchema>;

/** Whoever holds a post today, as the secretariat enters them: without a case in Cadre. */
export const incumbentSchema = z
  .object({
    givenName: z.string().trim().min(1).max(120),
    familyName: z.string().trim().min(1).max(120),
    email: z.email().trim().toLowerCase().max(254),
    gender: z.enum(GENDERS),
    nationality: z.string().min(1, "choose"),
    startsOn: formDay,
    endsOn: formDay,
    acting: z.stringbool({ truthy: ["on"], falsy: [""] }).default(false),
    offerMentor: z.stringbool({ truthy: ["on"], falsy: [""] }).default(false),
  })
  .refine(({ startsOn, endsOn }) => startsOn < endsOn, { path: ["endsOn"], message: "endsBeforeStart" });
export type NewIncumbent = z.output<typeof incumbentSchema>;
