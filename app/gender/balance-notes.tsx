import { useLanguage } from "#app/i18n/provider.tsx";
import { Alert } from "#app/ui/alert.tsx";

/** Says whether the page shows exact or published figures. */
export function BalanceShows({ exact }: { readonly exact: boolean }) {
  const { t } = useLanguage();
  const shows = exact ? "exact" : "released";
  return (
    <Alert role="note" tone={exact ? "warn" : "info"} title={t(`gender.balance.shows.${shows}`)}>
      {t(`gender.balance.shows.${shows}Text`)}
    </Alert>
  );
}

const METHOD = ["who", "share", "protection", "named", "regions"] as const;

/** How the figures are computed, with the sources. */
export function BalanceMethod() {
  const { t } = useLanguage();
  return (
    <details className="mt-10 border-t border-rule pt-3">
      <summary className="min-h-6 w-fit font-semibold text-accent">{t("gender.method.title")}</summary>
      <ul className="measure mt-3 grid list-disc gap-2 ps-5">
        {METHOD.map((one) => (
          <li key={one}>{t(`gender.method.${one}`)}</li>
        ))}
      </ul>
    </details>
  );
}
