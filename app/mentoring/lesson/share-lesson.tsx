import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";

/** Where one of a pair gives on what they have learned. */
export function ShareLesson({ engagementId }: { readonly engagementId: string }) {
  const t = useT();
  return (
    <Section title={t("lesson.share")} lead={t("lesson.shareLead")}>
      <LinkButton to={paths.newLesson(engagementId)}>{t("lesson.new")}</LinkButton>
    </Section>
  );
}
