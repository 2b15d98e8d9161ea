import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export interface Definition {
  readonly term: string;
  readonly detail: ReactNode;
}

interface Props {
  readonly items: readonly Definition[];
  /** `rows` sets terms beside details; `columns` sets short facts next to one another. */
  readonly layout?: "rows" | "columns";
}

/** Facts by name, as on the cover sheet of a file. */
export function DefinitionList({ items, layout = "rows" }: Props) {
  const rows = layout === "rows";
  return (
    <dl
      className={classNames(
        rows
          ? "divide-y divide-rule border-y border-rule"
          : "grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-4",
      )}
    >
      {items.map(({ term, detail }) => (
        <div key={term} className={classNames(rows && "grid gap-x-6 py-1.5 sm:grid-cols-[13rem_1fr]")}>
          <dt className={rows ? "text-sm text-muted sm:leading-6" : "label-caps text-muted"}>{term}</dt>
          <dd className="figures measure min-w-0">{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
