import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { Tone } from "#app/ui/tone.ts";
import type { SessionState } from "./session-lifecycle.ts";

const TONES: Readonly<Record<SessionState, Tone>> = {
  scheduled: "info",
  held: "good",
  noShow: "warn",
  cancelled: "neutral",
};

/** How a session stands, in a word. */
export function SessionBadge({ state }: { readonly state: SessionState }) {
  const { t } = useLanguage();
  return <Badge tone={TONES[state]}>{t(`mentoring.sessionState.${state}`)}</Badge>;
}

interface Row {
  readonly id: string;
  readonly state: SessionState;
  readonly startsAt: string;
  readonly durationMinutes: number;
  /** What the reader has still to say of it. */
  readonly awaits: "outcome" | "feedback" | null;
}

interface Props {
  readonly sessions: readonly Row[];
  /** The zone in which times are shown. */
  readonly timeZone: string;
}

/** The sessions of a pair, newest first. */
export function SessionTimeline({ sessions, timeZone }: Props) {
  const { t, format } = useLanguage();
  return (
    <Timeline
      label={t("mentoring.engagement.sessions")}
      items={sessions.map(({ id, state, startsAt, durationMinutes, awaits }) => ({
        key: id,
        dateTime: startsAt,
        when: format.dateTime(startsAt, timeZone),
        title: (
          <Link to={paths.session(id)}>{t("mentoring.session.ofMinutes", { minutes: durationMinutes })}</Link>
        ),
        children: (
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <SessionBadge state={state} />
            {awaits === "outcome" && <Link to={paths.holdSession(id)}>{t("mentoring.hold.title")}</Link>}
            {awaits === "feedback" && (
              <Link to={paths.giveFeedback(id)}>{t("mentoring.feedback.title")}</Link>
            )}
          </p>
        ),
      }))}
    />
  );
}
