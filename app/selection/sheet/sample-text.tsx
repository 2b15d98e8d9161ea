import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import type { SampleCase } from "./calibration.ts";

/** An invented case to read, marked as such wherever it stands. */
export function SampleText({ sample }: { readonly sample: SampleCase }) {
  const { t, format } = useLanguage();
  return (
    <div className="border-s-3 border-rule ps-4">
      <p className="flex flex-wrap items-center gap-3 font-semibold">
        {inLanguage(format.locale, sample.title)}
        <Badge tone="warn">{t("calibration.invented")}</Badge>
      </p>
      <p className="measure mt-2 whitespace-pre-line">{inLanguage(format.locale, sample.text)}</p>
    </div>
  );
}
