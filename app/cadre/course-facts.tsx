import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { CoursePage } from "./course.queries.server.ts";
import { keptForWomen } from "./course-seats.ts";

/** What a course is, and in words by which rule its seats are given. */
export function CourseFacts({ course }: { readonly course: CoursePage }) {
  const { t, format } = useLanguage();
  const { seats, womenPercent, closesOn, source, hostState } = course;
  const kept = keptForWomen(course);
  return (
    <>
      <DefinitionList
        items={[
          {
            term: t("course.host"),
            detail: hostState ? `${course.host} (${nameIn(format.locale, hostState)})` : course.host,
          },
          { term: t("course.venue"), detail: course.venue },
          {
            term: t("course.dates"),
            detail: t("course.fromTo", {
              from: format.date(course.startsOn),
              to: format.date(course.endsOn),
            }),
          },
          { term: t("course.level"), detail: t(`course.level.${course.level}`) },
          { term: t("course.language"), detail: nameIn(format.locale, course.language) },
          { term: t("course.closesOn"), detail: format.date(closesOn) },
          {
            term: t("course.seats"),
            detail: t("course.seatsTaken", { seats, seated: course.seated, waiting: course.waiting }),
          },
          ...(source === ""
            ? []
            : [
                {
                  term: t("course.source"),
                  detail: (
                    <a href={source} className="break-all">
                      {source}
                    </a>
                  ),
                },
              ]),
        ]}
      />
      <p className="measure mt-4">
        {womenPercent === 0
          ? t("course.noRule")
          : t("course.rule", {
              percent: format.percent(womenPercent / 100),
              kept,
              seats,
              date: format.date(closesOn),
            })}
      </p>
      {course.demo && <p className="mt-2 text-sm text-muted">{t("course.invented")}</p>}
    </>
  );
}
