import { useLanguage } from "#app/i18n/provider.tsx";
import { Section } from "#app/ui/card.tsx";
import { TargetMethod, TargetTable } from "./target-table.tsx";
import { standingValue } from "./target-words.ts";
import type { UniformedPage } from "./uniformed-page.queries.server.ts";

type Props = Pick<UniformedPage, "targets" | "atDue"> & {
  readonly linked: boolean;
  readonly today: string;
};

/** The communiqué's targets and those of the strategy: what stood at their date, and where we are now. */
export function UniformedTargets({ targets, atDue, linked, today }: Props) {
  const { t, format } = useLanguage();
  return (
    <Section title={t("gender.uniformed.targets")} lead={t("gender.uniformed.targetsLead")}>
      <TargetTable
        caption={t("gender.uniformed.targets")}
        {...{ targets, today }}
        linked={linked}
        atDue={(target) => {
          const then = atDue.find(({ id }) => id === target.id);
          if (!then?.on || !then.standing) return t("gender.none");
          return (
            <>
              {standingValue(t, format, { ...target, standing: then.standing })}
              <span className="block text-muted">{format.date(then.on)}</span>
            </>
          );
        }}
      />
      <TargetMethod />
    </Section>
  );
}
