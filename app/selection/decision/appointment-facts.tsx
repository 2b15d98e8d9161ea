import { useLanguage } from "#app/i18n/provider.tsx";
import { useGateWords } from "#app/selection/clearance/candidate-gates.tsx";
import type { AppointmentCase } from "#app/selection/report/report-page.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { useGivenGrounds } from "./decision-grounds-fields.tsx";

interface Props {
  readonly found: AppointmentCase;
}

/** What an appointment is made upon: who was selected and why, the gates, and who holds the post. */
export function AppointmentFacts({ found }: Props) {
  const { t, format } = useLanguage();
  const gateWords = useGateWords();
  const grounds = useGivenGrounds(found);
  return (
    <DefinitionList
      items={[
        { term: t("selection.appoint.selected"), detail: found.name },
        { term: t("selection.appoint.decidedOn"), detail: format.date(found.decidedAt) },
        {
          term: t("selection.decision.reasons"),
          detail: <p className="whitespace-pre-line">{found.reasons}</p>,
        },
        ...grounds,
        {
          term: t("selection.candidacy.clearances"),
          detail:
            found.openGates.length === 0 || found.made
              ? t("selection.candidacy.allClear")
              : format.list(gateWords(found.openGates)),
        },
        {
          term: t("selection.post.holder"),
          detail:
            found.holders.length === 0
              ? t("selection.post.vacant")
              : format.list(
                  found.holders.map(({ name, endsOn, acting }) =>
                    t(acting ? "selection.appoint.actingUntil" : "selection.appoint.holderUntil", {
                      name,
                      date: format.date(endsOn),
                    }),
                  ),
                ),
        },
      ]}
    />
  );
}
