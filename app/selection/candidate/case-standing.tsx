import { useLanguage } from "#app/i18n/provider.tsx";
import type { NominationStatus } from "#app/selection/nomination/nomination-status.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { CaseClock } from "./case-clock.ts";
import { ownStatusWords } from "./own-status-words.ts";

interface Props {
  readonly status: NominationStatus;
  readonly clock: CaseClock;
  /** The zone in which the call states its hours. */
  readonly timeZone: string;
}

/** Where a case stands, since when, and what comes next by when. */
export function CaseStanding({ status, clock, timeZone }: Props) {
  const { t, format } = useLanguage();
  const { since, days, next } = clock;
  const due = (dueAt: string) => (dueAt.length > 10 ? format.dateTime(dueAt, timeZone) : format.date(dueAt));
  return (
    <DefinitionList
      layout="columns"
      items={[
        {
          term: t("selection.nomination.status"),
          detail: ownStatusWords(t, status),
        },
        ...(since
          ? [
              {
                term: t("selection.own.since"),
                detail: t("selection.own.sinceDays", { date: format.date(since), days }),
              },
            ]
          : []),
        {
          term: t("selection.own.next"),
          detail: next ? t(`selection.own.step.${next.step}`) : t("selection.own.ended"),
        },
        ...(next
          ? [
              {
                term: t("selection.own.nextDue"),
                detail: next.dueAt ? due(next.dueAt) : t("selection.own.noDate"),
              },
            ]
          : []),
      ]}
    />
  );
}
