import { useRefusalWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import type { PanelPage } from "./panel-page.ts";

/** What the reader should do next on a panel, or what stands in its way. */
export function PanelNotices({ panel }: { readonly panel: PanelPage }) {
  const { t } = useLanguage();
  const { seat, phase } = panel;
  return (
    <div className="space-y-3">
      {phase === "forming" && <Alert tone="info" title={t("selection.panel.formingText")} />}
      {phase === "desk" && seat && !seat.declared && (
        <Alert
          tone="warn"
          title={t("selection.panel.declareFirst")}
          actions={
            <LinkButton to={paths.conflicts(panel.id)} variant="primary">
              {t("selection.conflict.title")}
            </LinkButton>
          }
        >
          {t("selection.panel.declareFirstText")}
        </Alert>
      )}
      {phase === "desk" && !seat && <Mending panel={panel} />}
      {phase === "desk" && seat?.chair && <RevealNotice panel={panel} />}
      {panel.revealed && (
        <Alert
          tone="good"
          title={t("selection.panel.revealedTitle")}
          actions={
            <>
              <LinkButton to={paths.ranking(panel.id)}>{t("selection.ranking.title")}</LinkButton>
              <LinkButton to={paths.report(panel.id)}>{t("selection.report.title")}</LinkButton>
            </>
          }
        >
          {t("selection.panel.revealedText")}
        </Alert>
      )}
    </div>
  );
}

/** For the secretariat: what only a change of members can mend. */
function Mending({ panel }: { readonly panel: PanelPage }) {
  const { t } = useLanguage();
  if (!panel.chairRecused && panel.belowQuorum === 0) return null;
  return (
    <Alert
      tone="bad"
      role="status"
      title={t("selection.panel.mend")}
      actions={
        <LinkButton to={paths.setPanel(panel.vacancyId)}>{t("selection.panel.changeMembers")}</LinkButton>
      }
    >
      {panel.chairRecused && <p>{t("refusal.chairHasConflict")}</p>}
      {panel.belowQuorum > 0 && <p>{t("refusal.belowQuorum", { count: panel.belowQuorum })}</p>}
    </Alert>
  );
}

function RevealNotice({ panel }: { readonly panel: PanelPage }) {
  const { t } = useLanguage();
  const say = useRefusalWords();
  if (panel.reveal === null) return null;
  if (panel.reveal.ready) {
    return (
      <Alert
        tone="good"
        title={t("selection.panel.revealReady")}
        actions={
          <LinkButton to={paths.reveal(panel.id)} variant="primary">
            {t("selection.reveal.title")}
          </LinkButton>
        }
      />
    );
  }
  const refusal = panel.chairRecused ? { code: "chairRecused", params: {} } : panel.reveal.refusal;
  return (
    <Alert tone={panel.chairRecused ? "warn" : "info"} title={t("selection.panel.notYetRevealed")}>
      {refusal && say(refusal)}
    </Alert>
  );
}
