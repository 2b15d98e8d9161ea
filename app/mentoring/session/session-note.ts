import { z } from "zod";
import { formDay } from "#app/platform/form-day.ts";

/** For whom a note is: its author alone, the two of the pair, the programme. */
export const NOTE_KINDS = ["mine", "ours", "programme"] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** How many characters a note, an agenda and an action may have. */
export const MOST_NOTE = 8000;
export const MOST_ACTION = 300;

const version = z.coerce.number().int().min(0).max(1_000_000);

/** One note as its form posts it; an empty one is taken away. `version` is that of the text the page showed, 0 for none. */
export const noteSchema = z.object({
  kind: z.enum(NOTE_KINDS),
  version,
  body: z.string().trim().max(MOST_NOTE).default(""),
});
export type NoteForm = z.output<typeof noteSchema>;

/** The agenda of a session. */
export const agendaSchema = z.object({ version, agenda: z.string().trim().max(MOST_NOTE).default("") });

/** Who does a shared action. */
export const ACTION_OWNERS = ["mentee", "mentor", "both"] as const;
export type ActionOwner = (typeof ACTION_OWNERS)[number];

/** A new shared action. */
export const actionSchema = z.object({
  text: z.string().trim().min(1).max(MOST_ACTION),
  owner: z.enum(ACTION_OWNERS),
  dueOn: formDay.optional(),
});
export type NewAction = z.output<typeof actionSchema>;

/** An action is done, or is not after all. */
export const actionDoneSchema = z.object({ actionId: z.uuid(), done: z.enum(["yes", "no"]) });

/** What a sealed note is bound to: moved to another session, author or kind it does not open. */
export const boundTo = (note: {
  readonly sessionId: string;
  readonly authorId: string;
  readonly kind: NoteKind;
}): string => `note:${note.kind}:${note.sessionId}:${note.authorId}`;

/** The same of what one of them noted with their feedback. */
export const commentBoundTo = (feedback: { readonly sessionId: string; readonly personId: string }): string =>
  `feedback:${feedback.sessionId}:${feedback.personId}`;

/** The same of a session's agenda. */
export const agendaBoundTo = (sessionId: string): string => `agenda:${sessionId}`;

/** The same of a shared action. */
export const actionBoundTo = (actionId: string): string => `action:${actionId}`;
