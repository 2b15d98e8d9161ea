import { useLanguage } from "#app/i18n/provider.tsx";
import { Alert } from "#app/ui/alert.tsx";
import type { Reminder } from "./engagement.ts";

/** What the pair should see to next, where there is something. */
export function EngagementReminder({ reminder }: { readonly reminder: Reminder | null }) {
  const { t, format } = useLanguage();
  if (!reminder) return null;
  if (reminder.kind === "quiet") {
    const day = format.date(reminder.since);
    return (
      <Alert tone="warn" title={t("mentoring.engagement.quiet", { day })}>
        {t("mentoring.engagement.quietText")}
      </Alert>
    );
  }
  const day = format.date(reminder.dueOn);
  return reminder.overdue ? (
    <Alert tone="warn" title={t("mentoring.engagement.firstOverdue", { day })}>
      {t("mentoring.engagement.firstText")}
    </Alert>
  ) : (
    <Alert title={t("mentoring.engagement.firstDue", { day })}>{t("mentoring.engagement.firstText")}</Alert>
  );
}
