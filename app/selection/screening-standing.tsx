import { useLanguage } from "#app/i18n/provider.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { ScreeningView } from "./screening.queries.server.ts";

interface Props {
  readonly screening: ScreeningView;
}

/** How far an unfinished screening has come: how many have screened, never what they found. */
export function ScreeningStanding({ screening }: Props) {
  const { t, format } = useLanguage();
  const asked = screening.requests.find(({ waiting }) => waiting);
  const next = (["first", "second", "third"] as const)[screening.screened] ?? "third";
  return (
    <div className="measure mb-3 flex flex-col gap-1">
      <p className="font-semibold">
        {asked
          ? t("vetting.screening.standing.asked", { date: format.date(asked.dueOn) })
          : t(`vetting.screening.standing.${next}`)}
        {screening.mine && ` ${t("vetting.screening.mine")}`}
      </p>
      <p className="text-muted">{t("vetting.screening.rule")}</p>
    </div>
  );
}

/** What the candidate was asked, and what came of it; nothing where nothing was. */
export function FileRequests({ screening }: Props) {
  const { t, format } = useLanguage();
  const fieldsOf = (fields: ScreeningView["requests"][number]["fields"]) =>
    format.list(fields.map((field) => t(`vetting.ask.field.${field}`)));
  if (screening.requests.length === 0) return null;
  return (
    <Timeline
      label={t("vetting.ask.history")}
      items={screening.requests.map((request) => {
        const { id, askedAt, answeredAt, dueOn, waiting, changed } = request;
        const outcome = answeredAt
          ? t("vetting.ask.answered", { date: format.date(answeredAt) })
          : t(waiting ? "vetting.ask.waits" : "vetting.ask.lapsed", { date: format.date(dueOn) });
        const changes = changed.length
          ? t("vetting.ask.changedFields", { fields: fieldsOf(changed) })
          : t("vetting.ask.changedNothing");
        return {
          key: id,
          dateTime: askedAt,
          when: format.dateTime(askedAt),
          title: t("vetting.ask.asked", {
            name: request.by ?? t("vetting.screening.somebody"),
            fields: fieldsOf(request.fields),
          }),
          by: answeredAt ? `${outcome}; ${changes}` : outcome,
          children: <p className="whitespace-pre-line">{request.question}</p>,
        };
      })}
    />
  );
}
