import type { ReactNode } from "react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { VacancyTitle } from "./panel-page.ts";

interface Props {
  readonly vacancy: VacancyTitle;
  /** Left out on the panel's own page. */
  readonly panelId?: string;
  /** For a reader who comes from the decision and has no panel to go back to. */
  readonly decidedOn?: string | null;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly meta?: ReactNode;
  readonly actions?: ReactNode;
}

/** The head of every page of a panel: which case it is, and the way back to the panel, or to the decision. */
export function PanelHeader({ vacancy, panelId, decidedOn = null, ...rest }: Props) {
  const { t, format } = useLanguage();
  const name = caseTitle(format.locale, vacancy);
  return (
    <PageHeader
      {...rest}
      eyebrow={`${vacancy.reference} · ${name}`}
      breadcrumbsLabel={t("selection.panel.breadcrumbs")}
      breadcrumbs={
        decidedOn === null
          ? [
              { to: paths.panels(), label: t("selection.panel.list") },
              ...(panelId ? [{ to: paths.panel(panelId), label: t("selection.panel.one") }] : []),
            ]
          : [
              { to: paths.decisions(), label: t("nav.decisions") },
              { to: paths.decision(decidedOn), label: t("selection.decision.one") },
            ]
      }
    />
  );
}
