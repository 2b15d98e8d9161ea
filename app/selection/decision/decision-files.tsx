import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import type { DecisionPage } from "#app/selection/report/report-page.ts";
import { Section } from "#app/ui/card.tsx";

interface Props {
  readonly page: Pick<DecisionPage, "panelId" | "candidates" | "report">;
}

/** The files of the recommended candidates that the reader may open; nothing where there are none. */
export function DecisionFiles({ page }: Props) {
  const { t } = useLanguage();
  const open = page.candidates.filter(({ fileOpen }) => fileOpen);
  if (open.length === 0) return null;
  return (
    <Section title={t("selection.decision.files")} lead={t("selection.decision.filesLead")}>
      <ul className="divide-y divide-rule border-y border-rule">
        {open.map(({ candidacyId }) => (
          <li key={candidacyId} className="py-1.5">
            <Link to={paths.dossier(page.panelId, candidacyId)}>
              {page.report.people[candidacyId]?.name ?? t("selection.decision.file")}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
