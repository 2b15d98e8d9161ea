import type { ReactNode } from "react";

export interface TimelineItem {
  readonly key: string;
  /** ISO 8601. */
  readonly dateTime: string;
  /** The same for people, in their zone. */
  readonly when: ReactNode;
  readonly title: ReactNode;
  readonly by?: ReactNode;
  readonly children?: ReactNode;
}

interface Props {
  readonly label: string;
  readonly items: readonly TimelineItem[];
}

/** What happened, in order. */
export function Timeline({ label, items }: Props) {
  return (
    <ol aria-label={label} className="border-s border-edge">
      {items.map(({ key, dateTime, when, title, by, children }) => (
        <li
          key={key}
          className="relative break-inside-avoid pb-4 ps-5 before:absolute before:-start-[4.5px] before:top-2 before:size-2 before:bg-ink last:pb-0 sm:grid sm:grid-cols-[11rem_1fr] sm:gap-x-5"
        >
          <time dateTime={dateTime} className="figures block text-sm leading-6 text-muted">
            {when}
          </time>
          <div className="min-w-0">
            <p className="font-semibold">{title}</p>
            {by && <p className="text-sm text-muted">{by}</p>}
            {children && <div className="measure mt-0.5 text-sm">{children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
