import { z } from "zod";
import { instantAt, localTime, timeFields } from "./local-slot.ts";

/** How many times one side may put to the other at once. */
export const MOST_SLOTS = 5;

/** The fields of the times, in order. */
export const SLOT_FIELDS = ["slot1", "slot2", "slot3", "slot4", "slot5"] as const;
export type SlotField = (typeof SLOT_FIELDS)[number];

/** One of the times offered, and the field in which it was typed. */
export interface OfferedSlot {
  readonly startsAt: Date;
  readonly field: SlotField;
}

/**
 * The form by which one of a pair puts up to {@link MOST_SLOTS} times to the other, all by the clocks of one zone and
 * of one length.
 *
 * Refuses `skippedTime` and `timeTwice` as a single session's form does, each beside its field, `slotTwice` for a time
 * that stands there before, and `required` where there is none. Gives the instants in the order of time.
 */
export const slotOfferSchema = z
  .object({
    slot1: localTime.optional(),
    slot2: localTime.optional(),
    slot3: localTime.optional(),
    slot4: localTime.optional(),
    slot5: localTime.optional(),
    ...timeFields,
  })
  .transform(({ timeZone, durationMinutes, channel, fold, ...typed }, context) => {
    const slots: OfferedSlot[] = [];
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    for (const field of SLOT_FIELDS) {
      const local = typed[field];
      if (local === undefined) continue;
      const startsAt = instantAt(local, timeZone, fold);
      if (!(startsAt instanceof Date)) wrong(startsAt === "timeTwice" ? "fold" : field, startsAt);
      else if (slots.some((slot) => slot.startsAt.getTime() === startsAt.getTime()))
        wrong(field, "slotTwice");
      else slots.push({ startsAt, field });
    }
    if (context.issues.length > 0) return z.NEVER;
    if (slots.length === 0) wrong("slot1", "required");
    slots.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    return { slots, durationMinutes, channel };
  });
export type SlotOfferForm = z.output<typeof slotOfferSchema>;

/** The form by which the other takes one of the times. */
export const takeSlotSchema = z.object({
  slot: z.coerce
    .number()
    .int()
    .min(0)
    .max(MOST_SLOTS - 1),
});

/** Where an offer stands: it waits, became a session, was answered by another, or was taken back. */
export const SLOT_OFFER_STATES = ["open", "accepted", "countered", "withdrawn"] as const;
export type SlotOfferState = (typeof SLOT_OFFER_STATES)[number];
