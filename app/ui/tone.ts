/** What a badge, an alert or a bar says about its matter; never told by colour alone. */
export type Tone = "neutral" | "info" | "good" | "warn" | "bad";

/** The mark that stands beside the text, so that the tone reads without colour. */
export const TONE_MARKS: Readonly<Record<Tone, string>> = {
  neutral: "–",
  info: "i",
  good: "✓",
  warn: "!",
  bad: "×",
};

/** Text, ground and rule of each tone, as Tailwind classes. */
export const TONE_CLASSES: Readonly<Record<Tone, string>> = {
  neutral: "bg-sunken text-ink border-edge",
  info: "bg-accent-soft text-accent border-accent",
  good: "bg-good-soft text-good border-good",
  warn: "bg-action-soft text-action border-action",
  bad: "bg-bad-soft text-bad border-bad",
};
