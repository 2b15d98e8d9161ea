import type { ReactNode } from "react";

interface Props {
  readonly title: ReactNode;
  readonly text?: ReactNode;
  /** The next step, a link or a form: nothing is empty without one. */
  readonly action: NonNullable<ReactNode>;
}

/** What stands where there is nothing yet: why, and what to do about it. */
export function EmptyState({ title, text, action }: Props) {
  return (
    <div className="border border-dashed border-edge px-6 py-8">
      <p className="font-serif text-lg font-semibold">{title}</p>
      {text && <p className="measure mt-1 text-muted">{text}</p>}
      <div className="mt-4 flex flex-wrap gap-2">{action}</div>
    </div>
  );
}
