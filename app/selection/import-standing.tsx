import { Form, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Meter } from "#app/ui/meter.tsx";
import type { ImportPage } from "./import.queries.server.ts";

/** How often a page looks whether the job has come further. */
const LOOK_EVERY_MS = 1_500;
const LOOK_EVERY_S = 4;

interface Props {
  readonly page: ImportPage;
}

/** How far an import has come, and what can be done about it now. While a job is at work the page looks again by itself. */
export function ImportStanding({ page }: Props) {
  const { t, format } = useLanguage();
  const { state, rows, done } = page;
  const working = state === "checking" || state === "running";
  useLookAgain(working);
  const again = <LinkButton to={paths.newImport(page.callId)}>{t("nominating.import.again")}</LinkButton>;
  return (
    <>
      {working && (
        <noscript>
          <meta httpEquiv="refresh" content={String(LOOK_EVERY_S)} />
        </noscript>
      )}
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
          title={t("nominating.import.doneTitle", { rows })}
          actions={
            page.stateCode === null ? (
              again
            ) : (
              <LinkButton to={paths.list(page.callId)}>{t("nominating.list.open")}</LinkButton>
            )
          }
        />
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

function useLookAgain(working: boolean) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!working) return;
    const timer = window.setInterval(revalidate, LOOK_EVERY_MS);
    return () => window.clearInterval(timer);
  }, [working, revalidate]);
}
