import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";

/** The ways to the same figures for machines and for other sites. */
export function OpenLinks() {
  const t = useT();
  return (
    <>
      <LinkButton to={paths.openSheet()}>{t("openData.csv")}</LinkButton>
      <LinkButton to={paths.openJson()}>{t("openData.json")}</LinkButton>
      <LinkButton to={paths.openEmbedding()}>{t("openData.embed")}</LinkButton>
      <LinkButton to={paths.openData()}>{t("openData.about")}</LinkButton>
      <LinkButton to={paths.yearReports()}>{t("accountability.list.reports")}</LinkButton>
    </>
  );
}
