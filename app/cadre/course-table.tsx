import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { CourseRow } from "./course.queries.server.ts";

interface Props {
  readonly courses: readonly CourseRow[];
  /** What to do where the catalogue is empty. */
  readonly action: NonNullable<ReactNode>;
}

/** The catalogue: each course as it is held once. */
export function CourseTable({ courses, action }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("course.list.title")}
      captionHidden
      stacks
      stickyFirst
      rows={courses}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("course.list.none")} action={action} />}
      columns={[
        {
          key: "title",
          header: t("course.title"),
          rowHeader: true,
          cell: ({ id, title }) => <Link to={paths.course(id)}>{title}</Link>,
        },
        {
          key: "host",
          header: t("course.host"),
          cell: ({ host, venue }) => t("course.hostAt", { host, venue }),
        },
        {
          key: "dates",
          header: t("course.dates"),
          cell: ({ startsOn, endsOn }) =>
            t("course.fromTo", { from: format.date(startsOn), to: format.date(endsOn) }),
        },
        { key: "level", header: t("course.level"), cell: ({ level }) => t(`course.level.${level}`) },
        {
          key: "language",
          header: t("course.language"),
          cell: ({ language }) => nameIn(format.locale, language),
        },
        {
          key: "seats",
          header: t("course.seats"),
          cell: ({ seats, taken, waiting }) => t("course.seatsTaken", { seats, seated: taken, waiting }),
        },
        {
          key: "open",
          header: t("course.nominations"),
          cell: ({ open, closesOn }) =>
            open ? (
              <Badge tone="good">{t("course.openUntil", { date: format.date(closesOn) })}</Badge>
            ) : (
              t("course.closed")
            ),
        },
      ]}
    />
  );
}
