import { useT } from "#app/i18n/provider.tsx";
import type { MentorState } from "#app/mentoring/lifecycle.ts";
import { Badge } from "#app/ui/badge.tsx";
import type { Tone } from "#app/ui/tone.ts";

const TONES: Readonly<Record<MentorState, Tone>> = {
  pledged: "warn",
  confirmed: "warn",
  briefed: "warn",
  available: "good",
  resting: "neutral",
};

/** How a mentor stands, in a word. */
export function MentorBadge({ state }: { readonly state: MentorState }) {
  const t = useT();
  return <Badge tone={TONES[state]}>{t(`mentoring.mentorState.${state}`)}</Badge>;
}
