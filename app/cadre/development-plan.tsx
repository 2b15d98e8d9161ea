import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { DevelopmentRow, SeatRow } from "./development.queries.server.ts";
import { isBehind } from "./development.ts";
import { SeatBadge } from "./seat-badge.tsx";

const TONES = { planned: "neutral", underWay: "info", done: "good", dropped: "neutral" } as const;

interface Props {
  readonly items: readonly DevelopmentRow[];
  /** ISO day. */
  readonly today: string;
  /** The address of the page on which one thing of the plan is changed; none where the reader only reads. */
  readonly changeAt: ((itemId: string) => string) | null;
}

/** What a member sets out to do, the next due first. */
export function DevelopmentPlan({ items, today, changeAt }: Props) {
  const { t, format } = useLanguage();
  return (
    <Section title={t("development.plan")} lead={t("development.planLead")}>
      <DataTable
        caption={t("development.plan")}
        captionHidden
        stacks
        rows={items}
        rowKey={({ id }) => id}
        empty={<p className="text-muted">{t("development.none")}</p>}
        columns={[
          {
            key: "aim",
            header: t("development.aim"),
            rowHeader: true,
            cell: ({ id, aim }) => (changeAt ? <Link to={changeAt(id)}>{aim}</Link> : aim),
          },
          { key: "kind", header: t("development.kind"), cell: ({ kind }) => t(`development.kind.${kind}`) },
          {
            key: "due",
            header: t("development.dueOn"),
            nowrap: true,
            cell: ({ dueOn }) => format.date(dueOn),
          },
          {
            key: "state",
            header: t("development.state"),
            cell: (item) => (
              <>
                <Badge tone={TONES[item.state]}>{t(`development.state.${item.state}`)}</Badge>
                {isBehind(item, today) && <Badge tone="warn">{t("development.late")}</Badge>}
              </>
            ),
          },
          { key: "evidence", header: t("development.evidence"), cell: ({ evidence }) => evidence || "–" },
        ]}
      />
    </Section>
  );
}

interface OwnSeatsProps {
  readonly seats: readonly SeatRow[];
  /** ISO day. */
  readonly today: string;
}

/** The courses to which somebody was nominated, and how each stands. */
export function OwnSeats({ seats, today }: OwnSeatsProps) {
  const { t, format } = useLanguage();
  return (
    <Section title={t("development.courses")}>
      <DataTable
        caption={t("development.courses")}
        captionHidden
        stacks
        rows={seats}
        rowKey={({ id }) => id}
        empty={<p className="text-muted">{t("development.noCourses")}</p>}
        columns={[
          {
            key: "title",
            header: t("course.title"),
            rowHeader: true,
            cell: ({ id, title }) => <Link to={paths.courseSeat(id)}>{title}</Link>,
          },
          { key: "venue", header: t("course.venue"), cell: ({ venue }) => venue },
          {
            key: "dates",
            header: t("course.dates"),
            cell: ({ startsOn, endsOn }) =>
              t("course.fromTo", { from: format.date(startsOn), to: format.date(endsOn) }),
          },
          {
            key: "state",
            header: t("course.standing"),
            cell: ({ state, startsOn }) => <SeatBadge state={state} begun={startsOn <= today} />,
          },
        ]}
      />
    </Section>
  );
}
