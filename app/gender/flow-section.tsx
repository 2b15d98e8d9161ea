import { Link } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import type { Figure } from "./figure.ts";
import { BalanceForm } from "./flow-forms.tsx";
import type { Dimension } from "./flow-query.ts";
import { PublishedFigure } from "./published-figure.tsx";

interface Props {
  readonly reply: FormReply;
  readonly values: Readonly<Record<string, string>>;
  readonly dimensions: readonly Dimension[];
  /** What stands in the address. */
  readonly asked: Readonly<Record<string, string>>;
  readonly funnel: Figure;
  readonly trend: Figure;
}

/** The flow as who sees exact figures reads it: what is asked for, the way from stage to stage, and over time. */
export function FlowSection({ reply, values, dimensions, asked, funnel, trend }: Props) {
  const { t } = useLanguage();
  const { by, from, to, basis } = values;
  return (
    <>
      <BalanceForm key={JSON.stringify(asked)} {...{ reply, values, dimensions }} />
      <div className="mb-8 grid grid-cols-1 gap-8">
        {funnel.rows.length > 0 && (
          <div>
            <PublishedFigure figure={funnel} asked={asked} />
            {by && (
              <p className="mt-2">
                <Link to={paths.crossings({ first: by, second: "stage", from, to, basis })}>
                  {t("flow.everyRow")}
                </Link>
              </p>
            )}
          </div>
        )}
        {trend.rows.length > 0 && <PublishedFigure figure={trend} asked={asked} />}
      </div>
    </>
  );
}
