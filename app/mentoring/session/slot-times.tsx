import { useLanguage } from "#app/i18n/provider.tsx";
import { withinHours } from "./slot-hours.ts";

interface Person {
  readonly name: string;
  readonly timeZone: string;
}

interface Props {
  readonly startsAt: string;
  readonly durationMinutes: number;
  readonly mentor: Person;
  readonly mentee: Person;
}

/** A time offered, by both people's clocks, and whether it lies within the usual hours of each; fit to label a choice. */
export function SlotTimes({ startsAt, durationMinutes, mentor, mentee }: Props) {
  const { t, format } = useLanguage();
  return (
    <>
      {[mentor, mentee].map(({ name, timeZone }) => (
        <span key={name} className="block">
          {t("mentoring.session.timeOf", { time: format.dateTime(startsAt, timeZone), name })}{" "}
          <span className="text-sm text-muted">
            {t(`mentoring.hours.${withinHours(new Date(startsAt), durationMinutes, timeZone)}`)}
          </span>
        </span>
      ))}
    </>
  );
}
