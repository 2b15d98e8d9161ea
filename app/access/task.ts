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
  /** It gathers things that are late, and so has no day of its own. */
  readonly late?: boolean;
}

/** Whether a task is late: its day has passed, or it gathers things whose days have. */
export const isLate = ({ dueAt, late }: Pick<Task, "dueAt" | "late">, now: string): boolean =>
  late === true || (dueAt !== null && dueAt < now.slice(0, dueAt.length));

/** Late, due today, open without a day, due later. */
function tierOf(task: Task, now: string): number {
  if (isLate(task, now)) return 0;
  if (task.dueAt === null) return 2;
  return task.dueAt.slice(0, 10) === now.slice(0, 10) ? 1 : 3;
}

/**
 * The order of a home page: what is late, the longest first and what gathers many without a day of its own before it;
 * what is due today; what is open and has no day, since nothing says that it may wait; then what is due later, the
 * soonest first. What stands alike goes by its id.
 *
 * @param now the present moment, ISO 8601
 */
export const inOrderOfUrgency =
  (now: string) =>
  (a: Task, b: Task): number =>
    tierOf(a, now) - tierOf(b, now) ||
    (a.dueAt ?? "").localeCompare(b.dueAt ?? "") ||
    a.id.localeCompare(b.id);

/** A task as its reader's home says it: in words, which a page of many wings need not bring along. */
export type ToldTask = Pick<Task, "id" | "to" | "dueAt" | "late"> & { readonly title: string };

/** Says each task in the reader's language. */
export const toldTasks = (tasks: readonly Task[], t: Translate): readonly ToldTask[] =>
  tasks.map(({ title, params, ...task }) => ({ ...task, title: t(title, params) }));
