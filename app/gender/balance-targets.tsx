import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { FigureExports } from "./published-figure.tsx";
import type { MeasuredTarget } from "./target.ts";
import { TargetMethod, TargetTable } from "./target-table.tsx";

interface Props {
  readonly targets: readonly MeasuredTarget[];
  readonly signedIn: boolean;
  readonly today: string;
}

/** Where we are against the targets to look at now, and the ways to all of them and to what is behind them. */
export function BalanceTargets({ targets, signedIn, today }: Props) {
  const { t } = useLanguage();
  return (
    <Section
      id="targets"
      title={t("gender.targets.title")}
      lead={t("gender.targets.lead")}
      actions={
        <>
          <LinkButton size="small" to={paths.uniformed()}>
            {t("gender.uniformed.title")}
          </LinkButton>
          {signedIn && (
            <>
              <LinkButton size="small" to={paths.projection()}>
                {t("gender.projection.title")}
              </LinkButton>
              <LinkButton size="small" to={paths.targets()}>
                {t("gender.target.all")}
              </LinkButton>
            </>
          )}
        </>
      }
    >
      <TargetTable caption={t("gender.targets.caption")} {...{ targets, today }} linked={signedIn} />
      <FigureExports id="targets" title={t("gender.targets.caption")} />
      <TargetMethod />
    </Section>
  );
}
