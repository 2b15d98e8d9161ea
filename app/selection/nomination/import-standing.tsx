import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { LookAgain } from "#app/ui/look-again.tsx";
import { Meter } from "#app/ui/meter.tsx";
import type { ImportPage } from "./import.queries.server.ts";

interface Props {
  readonly page: ImportPage;
}

/** How far an import has come, and what can be done about it now. While a job is at work the page looks again by itself. */
export function ImportStanding({ page }: Props) {
  const { t, format } = useLanguage();
  const { state, rows, done } = page;
  const working = state === "checking" || state === "running";
  const again = <LinkButton to={paths.newImport(page.callId)}>{t("nominating.import.again")}</LinkButton>;
  return (
    <>
      {working && <LookAgain />}
      {state === "checking" && (
        <Alert title={t("nominating.import.checkingTitle")}>{t("nominating.import.checkingText")}</Alert>
      )}
      {state === "ready" && (
        <Alert
          tone="good"
          title={t("nominating.import.readyTitle", { rows })}
          actions={
            <Form method="post" action={paths.runImport(page.id)}>
              <Button>{t("nominating.import.run")}</Button>
            </Form>
          }
        >
          {t("nominating.import.readyText")}
          {page.exampleRow !== null && (
            <span className="block">{t("nominating.import.exampleLeftOut", { row: page.exampleRow })}</span>
          )}
        </Alert>
      )}
      {state === "running" && (
        <Alert title={t("nominating.import.runningTitle")}>
          <Meter
            label={t("nominating.import.progress")}
            value={done}
            max={rows}
            valueLabel={t("nominating.import.progressOf", {
              done: format.number(done),
              rows: format.number(rows),
            })}
          />
          <p className="mt-2">{t("nominating.import.checkingText")}</p>
        </Alert>
      )}
      {state === "done" && (
        <Alert
          tone="good"
          title={t(
            page.stateCode === null ? "nominating.import.doneTitle" : "nominating.import.draftedTitle",
            {
              rows,
            },
          )}
          actions={
            page.stateCode === null ? (
              <>
                <LinkButton variant="primary" to={paths.candidacies()}>
                  {t("nominating.import.toNominations")}
                </LinkButton>
                {again}
              </>
            ) : (
              <LinkButton variant="primary" to={paths.list(page.callId)}>
                {t("nominating.list.open")}
              </LinkButton>
            )
          }
        >
          {t(page.stateCode === null ? "nominating.import.doneText" : "nominating.import.draftedText")}
        </Alert>
      )}
      {state === "refused" && (
        <Alert
          tone="bad"
          title={t("nominating.import.refusedTitle", { count: page.problemCount })}
          actions={again}
        >
          {t("nominating.import.refusedText")}
        </Alert>
      )}
      {state === "failed" && (
        <Alert tone="bad" title={t("nominating.import.failedTitle")} actions={again}>
          {t("nominating.import.failedText")}
        </Alert>
      )}
    </>
  );
}
