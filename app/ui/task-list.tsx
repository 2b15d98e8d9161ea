import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Badge } from "./badge.tsx";

export interface WaitingTask {
  readonly key: string;
  readonly to: string;
  readonly title: ReactNode;
  /** Of which case. */
  readonly context?: ReactNode;
  readonly due?: { readonly dateTime: string; readonly label: ReactNode } | null;
  /** Present where the day has passed: "overdue". */
  readonly overdue?: ReactNode;
}

interface Props {
  readonly label: string;
  readonly tasks: readonly WaitingTask[];
  /** What stands there when nothing waits: an `EmptyState`. */
  readonly empty: ReactNode;
}

/** What waits for the reader, what is due first on top; the whole line leads there. */
export function TaskList({ label, tasks, empty }: Props) {
  if (tasks.length === 0) return <>{empty}</>;
  return (
    <ul aria-label={label} className="divide-y divide-rule border-y border-ink bg-surface">
      {tasks.map(({ key, to, title, context, due, overdue }) => (
        <li
          key={key}
          className="relative flex flex-wrap items-baseline justify-between gap-x-6 border-s-3 border-s-transparent px-3 py-2.5 hover:bg-sunken has-[[data-overdue]]:border-s-action"
        >
          <div className="min-w-0">
            <Link to={to} className="font-semibold after:absolute after:inset-0">
              {title}
            </Link>
            {context && <p className="text-sm text-muted">{context}</p>}
          </div>
          {(due || overdue) && (
            <p
              data-overdue={overdue ? "" : undefined}
              className="figures flex items-baseline gap-2 text-sm text-muted"
            >
              {overdue && <Badge tone="warn">{overdue}</Badge>}
              {due && <time dateTime={due.dateTime}>{due.label}</time>}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
