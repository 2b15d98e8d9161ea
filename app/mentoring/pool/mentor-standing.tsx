import { Form } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import type { MentorState } from "#app/mentoring/lifecycle.ts";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Steps } from "#app/ui/steps.tsx";
import type { MentorProfilePage } from "./mentor.queries.server.ts";

interface Props {
  readonly mentor: MentorProfilePage;
  readonly readiness: {
    readonly stepsLeft: number;
    readonly codeAcknowledged: boolean;
    readonly changedSteps: number;
    readonly stepsDueOn: string | null;
  };
  /** Whether the yearly check waits for an answer. */
  readonly checkDue: boolean;
}

const ROAD = ["pledged", "confirmed", "briefed", "available"] as const;

/** Where a mentor stands on the way into the pool, and what comes next. */
export function MentorStanding({ mentor, readiness, checkDue }: Props) {
  const { t, format } = useLanguage();
  const { state } = mentor;
  const { changedSteps, stepsDueOn } = readiness;
  return (
    <>
      {state !== "resting" && <Road state={state} />}
      <Standing mentor={mentor} readiness={readiness} />
      {checkDue && (
        <Alert
          tone="warn"
          role="note"
          title={t("pool.check.title")}
          actions={
            <Form method="post" action={paths.checkMentor()}>
              <Button>{t("pool.check.holds")}</Button>
            </Form>
          }
        >
          {t("pool.check.lead")}
        </Alert>
      )}
      {!readiness.codeAcknowledged && (state === "available" || state === "resting") && (
        <Alert
          tone="warn"
          role="note"
          title={t("pool.code.owed")}
          actions={<LinkButton to={paths.mentorCode()}>{t("pool.code.title")}</LinkButton>}
        />
      )}
      {changedSteps > 0 && state !== "pledged" && state !== "confirmed" && (
        <Alert
          tone="warn"
          role="note"
          title={t("pool.induction.owed", {
            steps: changedSteps,
            due: stepsDueOn ? format.date(stepsDueOn) : "",
          })}
          actions={<LinkButton to={paths.mentorInduction()}>{t("pool.induction.title")}</LinkButton>}
        />
      )}
    </>
  );
}

function Standing({ mentor, readiness }: Omit<Props, "checkDue">) {
  const { t, format } = useLanguage();
  const { state, version, pledgedBy } = mentor;
  const open = (
    <Form method="post" action={paths.openMentor()}>
      <input type="hidden" name="version" value={version} />
      <Button>{t(state === "resting" ? "mentoring.profile.again" : "pool.open")}</Button>
    </Form>
  );
  if (state === "pledged") {
    return (
      <Alert title={t("mentoring.profile.pledgedTitle", { state: nameIn(format.locale, pledgedBy) })}>
        {t("mentoring.profile.pledgedText")}
      </Alert>
    );
  }
  if (state === "confirmed") {
    return (
      <Alert
        tone="warn"
        role="note"
        title={t("pool.confirmed.title")}
        actions={
          <>
            <LinkButton to={paths.mentorInduction()} variant="primary">
              {t("pool.induction.title")}
            </LinkButton>
            {!readiness.codeAcknowledged && (
              <LinkButton to={paths.mentorCode()}>{t("pool.code.title")}</LinkButton>
            )}
          </>
        }
      >
        {t("pool.confirmed.text", {
          steps: readiness.stepsLeft,
          code: readiness.codeAcknowledged ? "yes" : "no",
        })}
      </Alert>
    );
  }
  if (state === "briefed") {
    return (
      <Alert tone="good" role="note" title={t("pool.briefed.title")} actions={open}>
        {t("pool.briefed.text")}
      </Alert>
    );
  }
  if (state === "resting") {
    return (
      <Alert
        title={t("mentoring.profile.restingTitle")}
        actions={readiness.codeAcknowledged ? open : undefined}
      >
        {t("mentoring.profile.restingText")}
      </Alert>
    );
  }
  return null;
}

function Road({ state }: { readonly state: Exclude<MentorState, "resting"> }) {
  const { t } = useLanguage();
  const at = ROAD.indexOf(state);
  return (
    <Steps
      label={t("pool.road")}
      steps={ROAD.map((key, n) => {
        const stands = n < at || (n === at && key === "available") ? "done" : n === at ? "current" : "ahead";
        return {
          key,
          label: t(`mentoring.mentorState.${key}`),
          state: stands,
          stateLabel: t(`pool.step.${stands}`),
        };
      })}
    />
  );
}
