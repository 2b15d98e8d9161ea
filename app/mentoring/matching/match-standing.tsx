import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { LookAgain } from "#app/ui/look-again.tsx";
import { Meter } from "#app/ui/meter.tsx";
import type { RunPage } from "./matching.queries.server.ts";
import { PinConflicts } from "./pin-conflicts.tsx";

interface Props {
  readonly run: RunPage;
  readonly mayRun: boolean;
}

/** How a run stands and what can be done about it now; while its job is at work the page looks again by itself. */
export function MatchStanding({ run, mayRun }: Props) {
  const { t, format } = useLanguage();
  const { id, state, placed, toPlace, publishedAt } = run;
  const again = <LinkButton to={paths.matching()}>{t("nav.matching")}</LinkButton>;
  const discard = mayRun && (
    <Form method="post" action={paths.discardRun(id)}>
      <Button variant="secondary">{t("matching.run.discard")}</Button>
    </Form>
  );
  if (state === "waiting" || state === "solving") {
    return (
      <>
        <LookAgain />
        <Alert title={t("matching.run.working")}>
          <Meter
            label={t("matching.run.progress")}
            value={placed}
            max={toPlace}
            valueLabel={t("matching.run.progressOf", {
              placed: format.number(placed),
              toPlace: format.number(toPlace),
            })}
          />
          <p className="mt-2">{t("matching.run.workingText")}</p>
        </Alert>
      </>
    );
  }
  if (state === "refused") {
    return (
      <Alert
        tone="bad"
        role="note"
        title={t("matching.run.refused")}
        actions={<LinkButton to={paths.pairOrders()}>{t("matching.pairs.title")}</LinkButton>}
      >
        <p>{t("matching.run.refusedText")}</p>
        <PinConflicts conflicts={run.conflicts} />
      </Alert>
    );
  }
  if (state === "failed") {
    return (
      <Alert tone="bad" role="note" title={t("matching.run.failed")} actions={again}>
        {t("matching.run.failedText")}
      </Alert>
    );
  }
  if (state === "discarded") return <Alert role="note" title={t("matching.run.discarded")} actions={again} />;
  if (state === "published") {
    return (
      <Alert
        tone="good"
        role="note"
        title={t("matching.run.published", { time: publishedAt ? format.dateTime(publishedAt) : "–" })}
      />
    );
  }
  return (
    <Alert
      tone="warn"
      role="note"
      title={t("matching.run.draft")}
      actions={
        mayRun && (
          <>
            <Form method="post" action={paths.publishRun(id)}>
              <Button>{t("matching.run.publish")}</Button>
            </Form>
            {discard}
          </>
        )
      }
    >
      {t("matching.run.draftText")}
    </Alert>
  );
}
