import { Link } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { Tone } from "#app/ui/tone.ts";
import type { listOwnLessons } from "./lesson.queries.server.ts";
import type { LessonState, MandateTask } from "./lesson.ts";

const TONES: Readonly<Record<LessonState, Tone>> = {
  submitted: "info",
  changesAsked: "warn",
  published: "good",
  declined: "neutral",
  withdrawn: "neutral",
};

/** Where a lesson stands. */
export function LessonBadge({ state }: { readonly state: LessonState }) {
  const { t } = useLanguage();
  return <Badge tone={TONES[state]}>{t(`lesson.state.${state}`)}</Badge>;
}

interface TagsProps {
  readonly roleKind: { readonly nameEn: string; readonly nameFr: string };
  readonly mandateTasks: readonly MandateTask[];
}

/** What a lesson is about: the kind of role, and what the mandate asked. */
export function LessonTags({ roleKind, mandateTasks }: TagsProps) {
  const { t, format } = useLanguage();
  return (
    <p className="measure text-sm text-muted">
      {[nameIn(format.locale, roleKind), ...mandateTasks.map((task) => t(`lesson.task.${task}`))].join(" · ")}
    </p>
  );
}

/** What somebody has contributed, and where it stands. */
export function OwnLessons({ lessons }: { readonly lessons: Awaited<ReturnType<typeof listOwnLessons>> }) {
  const { t, format } = useLanguage();
  if (lessons.length === 0) return null;
  return (
    <Section title={t("lesson.own")}>
      <DataTable
        caption={t("lesson.own")}
        captionHidden
        rows={lessons}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          {
            key: "title",
            header: t("lesson.title"),
            rowHeader: true,
            cell: ({ id, title }) => <Link to={paths.lesson(id)}>{title}</Link>,
          },
          { key: "state", header: t("lesson.state"), cell: ({ state }) => <LessonBadge state={state} /> },
          {
            key: "day",
            header: t("lesson.contributedOn"),
            nowrap: true,
            cell: ({ contributedAt }) => format.date(contributedAt),
          },
        ]}
      />
    </Section>
  );
}
