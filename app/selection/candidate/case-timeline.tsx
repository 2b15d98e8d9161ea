import { useLanguage } from "#app/i18n/provider.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { CaseEvent } from "./case-history.ts";

/** What has happened in a case, as its candidate is told. */
export function CaseTimeline({ history }: { readonly history: readonly CaseEvent[] }) {
  const { t, known, format } = useLanguage();
  const titleOf = (event: CaseEvent): string => {
    switch (event.kind) {
      case "stage": {
        const key = known(`selection.candidacy.stage.${event.stage}`);
        return key ? t(key) : event.stage;
      }
      case "corrected":
        return t("selection.own.event.corrected", {
          fields: format.list(event.fields.map((field) => t(`selection.file.field.${field}`))),
        });
      case "documentAdded":
      case "documentRemoved":
        return t(`selection.own.event.${event.kind}`, { name: event.name });
      case "consent": {
        const purpose = t(`selection.own.purpose.${event.purpose}`);
        return t(event.given ? "selection.own.event.consentGiven" : "selection.own.event.consentWithdrawn", {
          purpose,
        });
      }
      default:
        return t(`selection.own.event.${event.kind}`);
    }
  };
  return (
    <Timeline
      label={t("selection.own.history")}
      items={history.map((event, place) => ({
        key: `${event.at} ${event.kind} ${history.length - place}`,
        dateTime: event.at,
        when: format.dateTime(event.at),
        title: titleOf(event),
      }))}
    />
  );
}
