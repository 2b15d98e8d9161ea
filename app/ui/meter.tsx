import type { ReactNode } from "react";

interface Props {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** The value in words: "3 of 5 sheets". */
  readonly valueLabel: ReactNode;
  readonly tone?: "accent" | "action" | "good";
}

const FILL = { accent: "fill-accent", action: "fill-action", good: "fill-good" } as const;

/** How much of a known whole, as a bar beside its figures; the element itself is for those who do not see the bar. */
export function Meter({ label, value, max, valueLabel, tone = "accent" }: Props) {
  const share = max > 0 ? Math.min(100, Math.max(0, (100 * value) / max)) : 0;
  return (
    <div className="flex min-w-0 items-center gap-3 text-sm">
      <meter aria-label={label} min={0} max={Math.max(max, 1)} value={value} className="sr-only" />
      <svg aria-hidden="true" width="100%" height="10" className="chart block min-w-16 grow">
        <rect width="100%" height="10" className="fill-sunken stroke-edge" />
        <rect width={`${share}%`} height="10" className={FILL[tone]} />
      </svg>
      <span className="figures shrink-0 text-muted">{valueLabel}</span>
    </div>
  );
}
