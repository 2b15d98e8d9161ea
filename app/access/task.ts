import type { MessageKey } from "#app/i18n/message-keys.ts";
import type { MessageParams, Translate } from "#app/i18n/translate.ts";

/** Something that waits for a person: what, of which case, where to do it, by when. */
export interface Task {
  /** Stable within a list. */
  readonly id: string;
  readonly title: MessageKey;
  readonly params: MessageParams;
  readonly to: string;
  /** ISO 8601 day or instant; null where nothing is due. */
  readonly dueAt: string | null;
}

/** The order of a home page: what is due first comes first, what has no date last. */
export const byDueDate = (a: Task, b: Task): number => {
  if (a.dueAt === b.dueAt) return a.id.localeCompare(b.id);
  if (a.dueAt === null) return 1;
  return b.dueAt === null ? -1 : a.dueAt.localeCompare(b.dueAt);
};

/** A task as its reader's home says it: in words, which a page of many wings need not bring along. */
export type ToldTask = Pick<Task, "id" | "to" | "dueAt"> & { readonly title: string };

/** Says each task in the reader's language. */
export const toldTasks = (tasks: readonly Task[], t: Translate): readonly ToldTask[] =>
  tasks.map(({ id, title, params, to, dueAt }) => ({ id, to, dueAt, title: t(title, params) }));
