import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import type { DecisionPage } from "#app/selection/report/report-page.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";

interface Props {
  readonly page: Pick<DecisionPage, "held" | "report" | "vacancyId">;
}

/** That the reader holds a choice here, whose, since when, and the ways on. */
export function HeldChoice({ page: { held, report, vacancyId } }: Props) {
  const { t, format } = useLanguage();
  if (!held) return null;
  return (
    <Alert
      role="note"
      title={t("selection.held.youHold", {
        name: report.people[held.candidacyId]?.name ?? "–",
        date: format.date(held.heldAt),
      })}
    >
      <p>{t("selection.held.meaning")}</p>
      <Form method="post" action={paths.releaseDecision(vacancyId)} className="mt-3 flex flex-wrap gap-3">
        <LinkButton to={paths.heldDecisions()}>{t("selection.held.title")}</LinkButton>
        <Button variant="quiet">{t("selection.held.release")}</Button>
      </Form>
    </Alert>
  );
}
