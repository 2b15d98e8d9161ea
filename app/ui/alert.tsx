import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { TONE_CLASSES, TONE_MARKS, type Tone } from "./tone.ts";

interface Props {
  readonly tone?: Tone;
  readonly title: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits; refusals and faults alert by themselves. */
  readonly role?: "status" | "alert" | "note";
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** Something the reader must know about the page or about what they just did. */
export function Alert({
  tone = "info",
  title,
  role = tone === "bad" ? "alert" : "status",
  actions,
  children,
}: Props) {
  return (
    <div role={role} className={classNames("flex items-start gap-3 border-y px-4 py-3", TONE_CLASSES[tone])}>
      <span
        aria-hidden="true"
        className="mt-px inline-flex size-5.5 shrink-0 items-center justify-center rounded-full border-2 border-current text-sm font-bold leading-none"
      >
        {TONE_MARKS[tone]}
      </span>
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        {children && <div className="measure mt-1 text-ink">{children}</div>}
        {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
