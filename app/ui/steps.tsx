import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export interface Step {
  readonly key: string;
  readonly label: ReactNode;
  readonly state: "done" | "current" | "ahead";
  /** The state in a word: "done", "now", "ahead". */
  readonly stateLabel: string;
  /** When it was done, or what it waits for. */
  readonly note?: ReactNode;
  readonly to?: string;
}

interface Props {
  readonly label: string;
  readonly steps: readonly Step[];
}

const BAR = {
  done: "border-ink",
  current: "border-accent",
  ahead: "border-dashed border-edge",
} as const;

/** The road of a case: what is behind, where it stands, what is ahead. */
export function Steps({ label, steps }: Props) {
  return (
    <ol
      aria-label={label}
      className="grid gap-x-1.5 sm:gap-y-3 sm:grid-cols-[repeat(auto-fit,minmax(6.5rem,1fr))]"
    >
      {steps.map((step, index) => (
        <li
          key={step.key}
          aria-current={step.state === "current" ? "step" : undefined}
          className={classNames(
            "flex min-w-0 items-baseline gap-x-2.5 border-s-4 py-1 ps-3 text-sm",
            "sm:block sm:border-s-0 sm:border-t-4 sm:py-0 sm:ps-0 sm:pe-2 sm:pt-1.5",
            BAR[step.state],
          )}
        >
          <p
            className={classNames(
              "figures min-w-18 shrink-0 text-xs",
              step.state === "current" ? "font-semibold text-accent" : "text-muted",
            )}
          >
            {index + 1} · {step.stateLabel}
          </p>
          <p
            className={classNames(
              "min-h-6 leading-snug",
              step.state === "current" && "font-semibold",
              step.state === "ahead" && "text-muted",
            )}
          >
            {step.to ? (
              <Link to={step.to} className="inline-block min-h-6">
                {step.label}
              </Link>
            ) : (
              step.label
            )}
          </p>
          {step.note && <p className="figures text-xs text-muted max-sm:ms-auto">{step.note}</p>}
        </li>
      ))}
    </ol>
  );
}
