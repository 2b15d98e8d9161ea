import type { Role } from "./access/actor.ts";
import { isLate, type ToldTask } from "./access/task.ts";
import { useLanguage } from "./i18n/provider.tsx";
import { navigationFor } from "./navigation.ts";
import { LinkButton } from "./ui/button.tsx";
import { EmptyState } from "./ui/empty-state.tsx";
import { PageHeader } from "./ui/page-header.tsx";
import { TaskList } from "./ui/task-list.tsx";

interface Props {
  readonly role: Role;
  /** The present moment, ISO 8601. */
  readonly today: string;
  readonly tasks: readonly ToldTask[];
}

/** Home: what waits for this role, the most urgent on top; where to go when nothing does. */
export function HomeTasks({ role, today, tasks }: Props) {
  const { t, format } = useLanguage();
  const waiting = tasks.map((task) => {
    const { id, title, to, dueAt } = task;
    const day = dueAt === null ? null : format.date(dueAt);
    return {
      key: id,
      to,
      title,
      due: dueAt && day ? { dateTime: dueAt, label: t("home.due", { date: day }) } : null,
      overdue: isLate(task, today) ? t("home.overdueMark") : undefined,
    };
  });
  return (
    <>
      <PageHeader
        title={t("home.title")}
        lead={t("home.lead", { count: tasks.length, role: t(`access.role.${role}`) })}
      />
      <TaskList
        label={t("home.title")}
        tasks={waiting}
        empty={
          <EmptyState
            title={t("home.empty.title")}
            text={t("home.empty.text")}
            action={navigationFor(role).map(({ to, label }) => (
              <LinkButton key={to} to={to}>
                {t(label)}
              </LinkButton>
            ))}
          />
        }
      />
    </>
  );
}
