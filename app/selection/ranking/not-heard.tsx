import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import type { FindingOutcome } from "#app/selection/report/finding.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Section } from "#app/ui/card.tsx";

interface Props {
  readonly panelId: string;
  readonly people: readonly {
    readonly candidacyId: string;
    readonly name: string;
    readonly outcome: FindingOutcome | null;
  }[];
}

/** Whom the panel passed over for interview: apart from those it compares, each with the way to their finding. */
export function NotHeard({ panelId, people }: Props) {
  const { t } = useLanguage();
  if (people.length === 0) return null;
  return (
    <Section title={t("shortlist.passedOver")} lead={t("selection.ranking.notHeard")}>
      <ul className="divide-y divide-rule border-y border-rule">
        {people.map(({ candidacyId, name, outcome }) => (
          <li key={candidacyId} className="flex flex-wrap items-baseline gap-x-3 py-2">
            <Link to={paths.finding(panelId, candidacyId)}>{name}</Link>
            <Badge>{t(outcome ? `selection.finding.outcome.${outcome}` : "selection.finding.none")}</Badge>
          </li>
        ))}
      </ul>
    </Section>
  );
}
