import { useEffect, useState } from "react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Alert } from "#app/ui/alert.tsx";
import type { Tone } from "#app/ui/tone.ts";
import type { CallPhase } from "./call.ts";
import { timeLeftWords } from "./call-words.ts";

interface Props {
  readonly call: {
    readonly phase: CallPhase;
    readonly opensAt: string | null;
    readonly closesAt: string | null;
    readonly takesUntil: string | null;
    readonly timeZone: string;
  };
  /** The moment the page was made, ISO 8601. */
  readonly now: string;
}

const TONES = {
  draft: "neutral",
  announced: "info",
  open: "good",
  grace: "warn",
  past: "info",
  closed: "info",
} as const satisfies Record<CallPhase, Tone>;

/** Where a call stands: its hour in its own zone and in the reader's, and how long is left. */
export function CallStatus({ call, now }: Props) {
  const { t, format } = useLanguage();
  const { phase, opensAt, closesAt, takesUntil, timeZone } = call;
  const until = {
    draft: null,
    announced: opensAt,
    open: closesAt,
    grace: takesUntil,
    past: null,
    closed: null,
  }[phase];
  const named = phase === "announced" ? opensAt : phase === "grace" ? takesUntil : closesAt;
  const time = named ? format.dateTime(named, timeZone) : "";
  const here = named ? format.dateTime(named) : "";
  return (
    <Alert tone={TONES[phase]} role="note" title={t(`call.status.${phase}`, { time })}>
      {until && (
        <p>
          <TimeLeft now={now} until={until} />
        </p>
      )}
      {named && here !== time && <p>{t("call.status.here", { time: here })}</p>}
      <p>{t(`call.status.${phase}Text`)}</p>
    </Alert>
  );
}

const REFRESH_MS = 30_000;

/** How long is left until an hour; the server says it, and where there is JavaScript it keeps up with the clock. */
function TimeLeft({ now, until }: { readonly now: string; readonly until: string }) {
  const { t } = useLanguage();
  const [moment, setMoment] = useState(() => new Date(now));
  useEffect(() => {
    const begun = Date.now();
    const timer = window.setInterval(
      () => setMoment(new Date(new Date(now).getTime() + Date.now() - begun)),
      REFRESH_MS,
    );
    return () => window.clearInterval(timer);
  }, [now]);
  return <strong>{timeLeftWords(t, moment, new Date(until))}</strong>;
}
