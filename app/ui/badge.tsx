import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { TONE_CLASSES, TONE_MARKS, type Tone } from "./tone.ts";

interface Props {
  readonly tone?: Tone;
  readonly children: ReactNode;
}

/** A state in a word or two; the mark before it tells the tone where colour does not. */
export function Badge({ tone = "neutral", children }: Props) {
  return (
    <span
      className={classNames(
        "inline-flex max-w-full items-baseline gap-1 rounded-sm border-s-2 px-1.5 text-sm font-medium leading-snug",
        TONE_CLASSES[tone],
      )}
    >
      {tone !== "neutral" && (
        <span aria-hidden="true" className="font-bold">
          {TONE_MARKS[tone]}
        </span>
      )}
      <span>{children}</span>
    </span>
  );
}
