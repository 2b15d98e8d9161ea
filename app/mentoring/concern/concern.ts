import { z } from "zod";
import { always, because, type Transition } from "#app/access/transition.ts";

/** To whom a concern goes: the officer who runs the programme, or who is there for ethics and conduct. */
export const CONTACT_KINDS = ["programme", "conduct"] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export const CONCERN_STATES = ["open", "handled", "closed"] as const;
export type ConcernState = (typeof CONCERN_STATES)[number];

const concern = <Facts>(transition: Transition<ConcernState, Facts>) => transition;

/** The road of a concern. Either side may write as long as it is not closed; the officer's first word begins the handling. */
export const concernTransitions = {
  answer: concern({ from: ["open", "handled"], to: "handled", guard: always }),
  /** Closed without a word it would look unread. */
  close: concern({
    from: ["open", "handled"],
    to: "closed",
    guard: ({ answers }: { answers: number }) => (answers === 0 ? because("concernUnanswered") : null),
  }),
} as const;

export const MOST_CONCERN_CHARACTERS = 4000;
const text = z.string().trim().min(1).max(MOST_CONCERN_CHARACTERS);

/** A concern as its form posts it. */
export const concernSchema = z.object({ contact: z.enum(CONTACT_KINDS), text });

/** A word that either side adds. */
export const concernMessageSchema = z.object({ text });

/** Who is named for a kind of concern. */
export const contactSchema = z.object({ kind: z.enum(CONTACT_KINDS), userId: z.string().min(1).max(100) });
