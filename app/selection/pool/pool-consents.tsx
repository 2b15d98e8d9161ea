import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";

interface Props {
  readonly nominationId: string;
  /** Whether studies may use the file. */
  readonly statistics: boolean;
}

/** What somebody who agreed to be reviewed for the cadre agreed to beside it, with the way to change their mind. */
export function PoolConsents({ nominationId, statistics }: Props) {
  const { t } = useLanguage();
  const change = statistics ? t("selection.own.takeBack") : t("selection.own.give");
  const label = t("selection.own.changeOf", { change, purpose: t("selection.own.purpose.statistics") });
  return (
    <Section title={t("selection.own.consents")} lead={t("nominating.pool.consentsLead")}>
      <div className="flex flex-wrap items-center gap-3">
        <span>{t("selection.consent.statistics")}</span>
        <Badge tone={statistics ? "good" : "neutral"}>
          {statistics ? t("selection.own.given") : t("selection.own.notGiven")}
        </Badge>
        <Form method="post" action={paths.changePoolConsent(nominationId)}>
          <input type="hidden" name="given" value={statistics ? "no" : "yes"} />
          <Button variant="secondary" size="small" aria-label={label}>
            {change}
          </Button>
        </Form>
      </div>
    </Section>
  );
}
