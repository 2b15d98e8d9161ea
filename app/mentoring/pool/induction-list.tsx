import { Form } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { DateTimeField } from "#app/ui/field.tsx";
import type { InductionPage } from "./induction.queries.server.ts";

interface Props {
  readonly steps: InductionPage["steps"];
  /** Where a step is marked as done; none where the reader marks nothing. */
  readonly action: string | null;
  readonly today: string;
}

/** The steps of a mentor's induction: when each was done and who says so, or the means to say it. */
export function InductionList({ steps, action, today }: Props) {
  const { t, format } = useLanguage();
  return (
    <ol className="divide-y divide-rule border-y border-rule">
      {steps.map(({ code, version, titleEn, titleFr, textEn, textFr, publishedOn, dueOn, done, earlier }) => {
        const title = nameIn(format.locale, { nameEn: titleEn, nameFr: titleFr });
        return (
          <li key={code} className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 py-3">
            <div className="measure min-w-0">
              <strong>{title}</strong>
              <p className="text-sm">{nameIn(format.locale, { nameEn: textEn, nameFr: textFr })}</p>
              {earlier && (
                <p className="text-sm font-semibold">
                  {t("pool.induction.changed", {
                    ...{ published: format.date(publishedOn), day: format.date(earlier) },
                    due: dueOn ? format.date(dueOn) : "",
                  })}
                </p>
              )}
              {done && (
                <p className="text-sm text-muted">
                  {t(done.byMentor ? "pool.induction.byMentor" : "pool.induction.bySecretariat", {
                    day: format.date(done.on),
                  })}
                </p>
              )}
            </div>
            {done ? (
              <Badge tone="good">{t("pool.induction.done")}</Badge>
            ) : action ? (
              <Form method="post" action={action} className="flex flex-wrap items-end gap-3">
                <input type="hidden" name="stepCode" value={code} />
                <input type="hidden" name="version" value={version} />
                <DateTimeField
                  id={`done-${code}`}
                  name="doneOn"
                  label={t("pool.induction.doneOn")}
                  defaultValue={today}
                  max={today}
                  required
                />
                <Button variant="secondary" aria-label={t("pool.induction.markOf", { step: title })}>
                  {t("pool.induction.mark")}
                </Button>
              </Form>
            ) : (
              <Badge tone="warn">{t("pool.induction.open")}</Badge>
            )}
          </li>
        );
      })}
    </ol>
  );
}
