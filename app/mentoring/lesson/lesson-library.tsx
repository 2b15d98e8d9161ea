import { Form, Link } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { type LibraryQuestion, MOST_ASKED } from "./lesson.ts";
import { LessonTags } from "./lesson-view.tsx";
import type { Library } from "./library.queries.server.ts";

interface SearchProps {
  readonly library: Pick<Library, "tasks" | "roles">;
  readonly question: LibraryQuestion;
}

/** Words to look for, and the two facets with how many lessons each holds; a plain GET form. */
export function LibrarySearch({ library: { tasks, roles }, question }: SearchProps) {
  const { t, format } = useLanguage();
  const held = (name: string, count: number) => t("lesson.facet", { name, count });
  return (
    <Form method="get" role="search" className="mb-6 flex flex-wrap items-end gap-4">
      <TextField
        id="q"
        name="q"
        type="search"
        label={t("lesson.search")}
        defaultValue={question.q}
        maxLength={MOST_ASKED}
      />
      <SelectField
        id="task"
        name="task"
        label={t("lesson.tasks")}
        placeholder={t("lesson.all")}
        defaultValue={question.task}
        options={tasks.map(({ task, count }) => ({
          value: task,
          label: held(t(`lesson.task.${task}`), count),
        }))}
      />
      <SelectField
        id="role"
        name="role"
        label={t("lesson.roleKind")}
        placeholder={t("lesson.all")}
        defaultValue={question.role}
        options={roles.map((role) => ({
          value: role.code,
          label: held(nameIn(format.locale, role), role.count),
        }))}
      />
      <Button variant="secondary">{t("lesson.find")}</Button>
    </Form>
  );
}

interface FoundProps {
  readonly lessons: Library["lessons"];
  /** Whether something was asked for, so that nothing found says so. */
  readonly narrowed: boolean;
}

/** What was found, each with its beginning. */
export function LibraryFound({ lessons, narrowed }: FoundProps) {
  const { t, format } = useLanguage();
  if (lessons.length === 0) {
    const to = narrowed ? paths.lessons() : paths.engagements();
    return (
      <EmptyState
        title={t(narrowed ? "lesson.nothingFound" : "lesson.none")}
        text={t(narrowed ? "lesson.nothingFoundText" : "lesson.noneText")}
        action={<LinkButton to={to}>{t(narrowed ? "lesson.showAll" : "nav.engagements")}</LinkButton>}
      />
    );
  }
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {lessons.map((lesson) => (
        <li key={lesson.id} className="py-4">
          <h2 className="font-serif text-lg font-semibold">
            <Link to={paths.lesson(lesson.id)}>{lesson.title}</Link>
          </h2>
          <p className="measure mt-1">{lesson.cut ? `${lesson.beginning}…` : lesson.beginning}</p>
          <LessonTags roleKind={lesson.roleKind} mandateTasks={lesson.mandateTasks} />
          <p className="text-sm text-muted">
            {t("lesson.publishedOn", { day: format.date(lesson.publishedAt) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
