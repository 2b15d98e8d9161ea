import { useLanguage } from "#app/i18n/provider.tsx";

/** What the panel agreed that a level takes on a criterion. */
export function Agreed({ text }: { readonly text: string }) {
  const { t } = useLanguage();
  return (
    <p className="measure border-s-3 border-action ps-3">
      <span className="font-semibold">{t("calibration.agreedByPanel")}</span>{" "}
      <span className="whitespace-pre-line">{text}</span>
    </p>
  );
}
