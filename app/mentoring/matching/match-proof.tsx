import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import type { RunPage } from "./matching.queries.server.ts";

/** That no other set of pairs is better, when that was checked last, and the means to have it checked again. */
export function MatchProof({ run, mayRun }: { readonly run: RunPage; readonly mayRun: boolean }) {
  const { t, format } = useLanguage();
  const { id, verified, checkedAt, inputHash } = run;
  return (
    <Alert
      tone={verified ? "good" : "bad"}
      role="note"
      title={t(verified ? "mentoring.run.best" : "mentoring.matching.notVerified")}
      actions={
        mayRun && (
          <Form method="post" action={paths.checkRun(id)}>
            <Button variant="secondary">{t("matching.run.checkAgain")}</Button>
          </Form>
        )
      }
    >
      <p>{t("matching.run.proofText")}</p>
      {checkedAt && <p>{t("matching.run.checkedAt", { time: format.dateTime(checkedAt) })}</p>}
      {t("mentoring.run.bestText")} <code className="break-all text-sm">{inputHash}</code>
    </Alert>
  );
}
