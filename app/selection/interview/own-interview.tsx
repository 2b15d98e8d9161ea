import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import type { InterviewLine } from "./interview-page.ts";

interface Props {
  readonly candidacyId: string;
  readonly interview: InterviewLine;
}

/** A candidate's own interview: when by their clock, how and where, and the entry for their calendar. */
export function OwnInterview({ candidacyId, interview }: Props) {
  const { t, format } = useLanguage();
  const { startsAt, candidateZone, durationMinutes, channel, place, cancelled } = interview;
  const time = format.dateTime(startsAt, candidateZone);
  return (
    <div className="mt-6">
      <Alert
        tone={cancelled ? "warn" : "info"}
        role="note"
        title={t(cancelled ? "interview.own.calledOff" : "interview.own.title", { time })}
        actions={
          !cancelled && (
            <LinkButton to={paths.interviewCalendar(candidacyId)} reloadDocument>
              {t("interview.calendar.file")}
            </LinkButton>
          )
        }
      >
        {cancelled ? (
          t("interview.own.calledOffText")
        ) : (
          <>
            <p>
              {channel && `${t(`mentoring.channel.${channel}`)} · `}
              {t("mentoring.session.durationOf", { minutes: durationMinutes })}
            </p>
            {place && <p>{place}</p>}
            {candidateZone !== format.timeZone && (
              <p>{t("interview.own.here", { time: format.dateTime(startsAt) })}</p>
            )}
          </>
        )}
      </Alert>
    </div>
  );
}
