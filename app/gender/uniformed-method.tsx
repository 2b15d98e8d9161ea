import { useLanguage } from "#app/i18n/provider.tsx";

/** How the figures of uniformed personnel are made, and what they do not say. */
export function UniformedMethod() {
  const { t } = useLanguage();
  return (
    <details className="mt-4">
      <summary className="min-h-6 w-fit font-semibold text-accent">{t("gender.about.title")}</summary>
      <ul className="measure mt-3 grid list-disc gap-2 ps-5">
        {(["source", "stock", "cuts", "experts", "corrected", "share"] as const).map((one) => (
          <li key={one}>{t(`gender.uniformed.about.${one}`)}</li>
        ))}
      </ul>
    </details>
  );
}
