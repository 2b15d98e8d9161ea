import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";

/** Where those who see exact figures of the flow go on. */
export function BalanceWays() {
  const t = useT();
  return (
    <>
      <LinkButton size="small" to={paths.crossings()}>
        {t("flow.crossing.title")}
      </LinkButton>
      <LinkButton size="small" to={paths.balanceOfSelection()}>
        {t("gender.selection.title")}
      </LinkButton>
    </>
  );
}
