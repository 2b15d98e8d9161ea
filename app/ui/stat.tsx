import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface StatProps {
  readonly label: ReactNode;
  /** Already formatted for the reader's language. */
  readonly value: ReactNode;
  /** What the figure is of, on which day, out of how many. */
  readonly note?: ReactNode;
  readonly tone?: "neutral" | "action";
}

/** One figure with its name and its base. */
export function Stat({ label, value, note, tone = "neutral" }: StatProps) {
  return (
    <div className="min-w-0 border-s border-rule ps-4">
      <dt className="label-caps text-muted">{label}</dt>
      <dd
        className={classNames(
          "figures font-serif text-3xl font-semibold",
          tone === "action" && "text-action",
        )}
      >
        {value}
      </dd>
      {note && <dd className="text-sm text-muted">{note}</dd>}
    </div>
  );
}

/** Figures side by side. */
export function StatRow({ children }: { readonly children: ReactNode }) {
  return <dl className="grid grid-cols-2 gap-x-4 gap-y-5 md:grid-cols-4">{children}</dl>;
}
