import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import {
  awaitsDecision,
  type CandidacyState,
  mayCloseUnfilled,
  type VacancyState,
} from "#app/selection/lifecycle.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";

interface Props {
  readonly vacancy: {
    readonly id: string;
    readonly postId: string;
    readonly state: VacancyState;
    readonly pastClose: boolean;
    readonly needsNewer: boolean;
    /** The call it belongs to, drafted or published. */
    readonly call: { readonly reference: string } | null;
    readonly panel: { readonly id: string } | null;
    readonly counts: readonly { readonly state: CandidacyState; readonly count: number }[];
  };
}

/** What the secretariat can do next with a vacancy, what it waits for, and the way out where nothing will come of it. */
export function VacancyNextStep({ vacancy }: Props) {
  const { t } = useLanguage();
  const to = paths.closeVacancy(vacancy.id);
  if (comesToNothing(vacancy)) {
    return (
      <Step title={t("selection.next.nobody")} text={t("selection.next.nobodyText")}>
        <LinkButton variant="primary" to={to}>
          {t("selection.closeUnfilled.title")}
        </LinkButton>
      </Step>
    );
  }
  return (
    <>
      <NextStep vacancy={vacancy} />
      {mayCloseUnfilled(vacancy.state) && (
        <p className="mt-4">
          <Link to={to}>{t("selection.closeUnfilled.title")}</Link>
        </p>
      )}
    </>
  );
}

/** Whether nobody is left who could be appointed. */
function comesToNothing({ state, counts }: Props["vacancy"]): boolean {
  const has = (...states: readonly CandidacyState[]) =>
    counts.some((row) => row.count > 0 && states.includes(row.state));
  if (state === "screening") return !has("nominated", "consented", "screenedIn");
  if (state === "assessment" || state === "revealed") return !has("screenedIn");
  return awaitsDecision(state) && !has("recommended");
}

function NextStep({ vacancy }: Props) {
  const { t } = useLanguage();
  const { id, state, panel, call } = vacancy;
  const waiting = vacancy.counts.find((row) => row.state === "consented")?.count ?? 0;
  if (state === "draft" && vacancy.needsNewer) {
    return (
      <Step title={t("selection.next.needsNewer")} text={t("selection.next.needsNewer")}>
        <LinkButton variant="primary" to={paths.newVacancy(vacancy.postId)}>
          {t("selection.next.draftAgain")}
        </LinkButton>
      </Step>
    );
  }
  if (state === "draft") {
    return (
      <Step title={t("selection.next.publish")} text={t("selection.next.publishText")}>
        {call ? (
          <LinkButton variant="primary" to={paths.publishCall(call.reference)}>
            {t("selection.publish.title")}
          </LinkButton>
        ) : (
          <LinkButton variant="primary" to={paths.newCall({ vacancy: id })}>
            {t("selection.next.newCall")}
          </LinkButton>
        )}
        <LinkButton to={paths.newVacancy(vacancy.postId)}>{t("selection.next.draftAgain")}</LinkButton>
      </Step>
    );
  }
  if (state === "open") {
    return (
      <Step
        title={t(vacancy.pastClose ? "selection.next.closeDue" : "selection.next.open")}
        text={t(vacancy.pastClose ? "selection.next.closeDueText" : "selection.next.openText")}
      >
        {call && (
          <LinkButton variant={vacancy.pastClose ? "primary" : "secondary"} to={paths.call(call.reference)}>
            {t("selection.next.callOne")}
          </LinkButton>
        )}
      </Step>
    );
  }
  if (state === "screening") {
    return (
      <Step
        title={t("selection.next.screening", { count: waiting })}
        text={t(panel ? "selection.next.panelText" : "selection.next.screeningText")}
      >
        <LinkButton variant={waiting === 0 ? "primary" : "secondary"} to={paths.setPanel(id)}>
          {t("selection.setPanel.title")}
        </LinkButton>
      </Step>
    );
  }
  if (state === "decided") {
    return (
      <Step title={t("selection.next.decided")} text={t("selection.next.decidedText")}>
        <LinkButton variant="primary" to={paths.appoint(id)}>
          {t("selection.appoint.title")}
        </LinkButton>
      </Step>
    );
  }
  if (awaitsDecision(state)) {
    const again = state === "reopened";
    return (
      <Step
        title={t(again ? "selection.next.reopened" : "selection.next.decision")}
        text={t(again ? "selection.next.reopenedText" : "selection.next.decisionText")}
      >
        <LinkButton to={paths.decision(id)}>{t("selection.next.decisionOne")}</LinkButton>
      </Step>
    );
  }
  if (state === "closed" || !panel) return null;
  return (
    <Step title={t("selection.next.panel")} text={t("selection.next.panelAtWork")}>
      <LinkButton to={paths.panel(panel.id)}>{t("selection.panel.one")}</LinkButton>
    </Step>
  );
}

interface StepProps {
  readonly title: string;
  readonly text: string;
  readonly children: React.ReactNode;
}

const Step = ({ title, text, children }: StepProps) => (
  <div className="mt-6">
    <Alert title={title} role="note" actions={children}>
      {text}
    </Alert>
  </div>
);
