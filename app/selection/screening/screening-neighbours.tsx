import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Pagination } from "#app/ui/pagination.tsx";

interface Props {
  readonly previous: string | null;
  readonly next: string | null;
  readonly others: number;
}

/** The way to the other candidacies of the vacancy that wait to be screened; nothing where this is the last. */
export function ScreeningNeighbours({ previous, next, others }: Props) {
  const { t } = useLanguage();
  if (previous === null || next === null) return null;
  return (
    <Pagination
      label={t("selection.screening.toScreen")}
      summary={t("selection.screening.others", { count: others })}
      previous={
        previous === next ? null : { to: paths.screening(previous), label: t("selection.screening.previous") }
      }
      next={{ to: paths.screening(next), label: t("selection.screening.next") }}
    />
  );
}
