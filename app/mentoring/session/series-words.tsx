import { useT } from "#app/i18n/provider.tsx";

export interface SeriesShown {
  readonly everyMonths: number;
  readonly nth: number;
  readonly weekday: number;
  readonly localTime: string;
  readonly timeZone: string;
}

/** A series in words: "every month on the second Tuesday, 15:00 (Europe/Paris)". */
export function SeriesWords({ everyMonths, nth, weekday, localTime, timeZone }: SeriesShown) {
  const t = useT();
  return (
    <>
      {t("mentoring.series.words", {
        every: t("mentoring.series.every", { months: everyMonths }),
        nth: t(`mentoring.nth.${nth === -1 ? -1 : nth === 1 ? 1 : nth === 2 ? 2 : nth === 3 ? 3 : 4}`),
        weekday: t(`mentoring.weekday.${weekdayOf(weekday)}`),
        time: localTime,
        zone: timeZone.replaceAll("_", " "),
      })}
    </>
  );
}

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const weekdayOf = (weekday: number) => WEEK.find((day) => day === weekday) ?? 1;
