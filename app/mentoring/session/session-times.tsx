import { useLanguage } from "#app/i18n/provider.tsx";

interface Person {
  readonly name: string;
  readonly timeZone: string;
}

interface Props {
  readonly startsAt: string;
  readonly mentor: Person;
  readonly mentee: Person;
}

/** The time by both people's clocks. */
export function SessionTimes({ startsAt, mentor, mentee }: Props) {
  const { t, format } = useLanguage();
  const by = ({ name, timeZone }: Person) =>
    t("mentoring.session.timeOf", { time: format.dateTime(startsAt, timeZone), name });
  return (
    <ul>
      <li>{by(mentor)}</li>
      <li>{by(mentee)}</li>
    </ul>
  );
}
