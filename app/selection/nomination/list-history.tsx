import { useLanguage } from "#app/i18n/provider.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { ListPage } from "./list.queries.server.ts";

interface Props {
  readonly submissions: ListPage["submissions"];
}

/** When the list was submitted, what it then was, and the reason given where it departed from the rule. */
export function ListHistory({ submissions }: Props) {
  const { t, format } = useLanguage();
  return (
    <Timeline
      label={t("nominating.list.history")}
      items={submissions.map(({ id, submittedAt, added, women, men, ruleMet, reason }) => ({
        key: id,
        dateTime: submittedAt,
        when: format.dateTime(submittedAt),
        title: t("nominating.list.historyLine", { added, women, men }),
        children: ruleMet ? undefined : reason,
      }))}
    />
  );
}
