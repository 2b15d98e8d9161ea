import type { useLanguage } from "#app/i18n/provider.tsx";
import { hourText } from "#app/mentoring/session/hour-text.ts";
import type { MentorProfilePage } from "./mentor.queries.server.ts";

type Language = ReturnType<typeof useLanguage>;

/** When a mentor can talk, is away, and last said that the profile holds: for the secretariat and the auditor. */
export function availabilityOf(mentor: MentorProfilePage, t: Language["t"], format: Language["format"]) {
  const { hoursFrom, hoursTo, timeZone, blackouts, checkedOn } = mentor;
  const hours = { from: hourText(hoursFrom), to: hourText(hoursTo), zone: timeZone.replaceAll("_", " ") };
  const away = blackouts.map(({ startsOn, endsOn }) =>
    t("mentoring.mentor.fromTo", { from: format.date(startsOn), to: format.date(endsOn) }),
  );
  return [
    { term: t("pool.hours.title"), detail: t("pool.hours.of", hours) },
    {
      term: t("pool.blackouts.title"),
      detail: away.length > 0 ? format.list(away) : t("pool.blackouts.none"),
    },
    {
      term: t("pool.check.term"),
      detail: checkedOn ? format.date(checkedOn) : t("mentoring.mentor.notStated"),
    },
  ];
}
