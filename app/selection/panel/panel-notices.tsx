import { useRefusalWords } from "#app/access/refusal-words.tsx";
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
      {panel.masked && phase === "desk" && (
        <Alert tone="info" title={t("blind.title")}>
          {t("blind.text")}
        </Alert>
      )}
      {panel.rolesRest && (
        <Alert
          tone="warn"
          role="status"
          title={t("blind.rolesRest")}
          actions={
            <LinkButton to={paths.setPanel(panel.vacancyId)}>{t("selection.panel.changeMembers")}</LinkButton>
          }
        >
          {t("blind.rolesRestText")}
        </Alert>
      )}
      {phase === "forming" && <Alert tone="info" title={t("selection.panel.formingText")} />}
      {phase === "calibration" && <SampleNotice panelId={panel.id} />}
      {(panel.rights.scores !== null || phase === "calibration") && seat && !seat.declared && (
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
      {(panel.rights.scores !== null || phase === "calibration" || phase === "compared") && !seat && (
        <Mending panel={panel} />
      )}
      {panel.rights.scores !== null && seat?.chair && <RevealNotice panel={panel} />}
      {phase === "compared" && <ComparedNotice panel={panel} />}
      {panel.revealed && (
        <Alert
          tone="good"
          title={t("selection.panel.revealedTitle")}
          actions={
            <>
              <LinkButton to={paths.agenda(panel.id)}>{t("selection.agenda.title")}</LinkButton>
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

/** Before the desk: the way to the sample case. */
function SampleNotice({ panelId }: { readonly panelId: string }) {
  const { t } = useLanguage();
  return (
    <Alert
      tone="info"
      title={t("calibration.notice")}
      actions={
        <LinkButton to={paths.calibration(panelId)} variant="primary">
          {t("calibration.title")}
        </LinkButton>
      }
    >
      {t("calibration.noticeText")}
    </Alert>
  );
}

/** Between the rounds: the desk sheets are open, the times are set, and the chair opens the interviews. */
function ComparedNotice({ panel }: { readonly panel: PanelPage }) {
  const { t } = useLanguage();
  const unset = panel.candidacies.filter(({ interview, invited }) => invited && interview === null).length;
  const ready = panel.mayOpenInterviews && unset === 0;
  return (
    <Alert
      tone={ready ? "good" : "info"}
      title={t("interview.compared")}
      actions={
        <>
          {ready && (
            <LinkButton to={paths.openInterviews(panel.id)} variant="primary">
              {t("interview.open.title")}
            </LinkButton>
          )}
          {panel.mayShortlist && (
            <LinkButton to={paths.shortlist(panel.id)}>{t("shortlist.title")}</LinkButton>
          )}
          {panel.mayArrange && (
            <LinkButton to={paths.panelQuestions(panel.id)}>{t("interview.choose.title")}</LinkButton>
          )}
        </>
      }
    >
      {t("interview.comparedText", { count: unset })}
    </Alert>
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
    <Alert
      tone={panel.chairRecused ? "warn" : "info"}
      title={t("selection.panel.notYetRevealed")}
      actions={
        panel.mayShortlist &&
        refusal?.code === "belowQuorum" && (
          <LinkButton to={paths.shortlist(panel.id)}>{t("shortlist.title")}</LinkButton>
        )
      }
    >
      {refusal && say(refusal)}
    </Alert>
  );
}
