import { useT } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import type { SeatState } from "./course.ts";

const TONES = {
  waiting: "warn",
  seated: "good",
  withdrawn: "neutral",
  absent: "bad",
  attended: "neutral",
  completed: "good",
} as const;

interface Props {
  readonly state: SeatState;
  /** Whether the course has begun: whoever waits then got no seat. */
  readonly begun: boolean;
}

/** How a nomination to a seat stands. */
export function SeatBadge({ state, begun }: Props) {
  const t = useT();
  if (state === "waiting" && begun) return <Badge>{t("course.seat.none")}</Badge>;
  return <Badge tone={TONES[state]}>{t(`course.seat.${state}`)}</Badge>;
}
