import type { ComponentProps } from "react";
import { LanguageRows } from "#app/i18n/language-rows.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { LANGUAGE_LEVELS } from "./profile.ts";

/** The languages of a candidate's file. */
export function LanguageFields(props: Omit<ComponentProps<typeof LanguageRows>, "none" | "levels">) {
  const t = useT();
  const levels = LANGUAGE_LEVELS.map((value) => ({
    value,
    label: t(`selection.consent.languageLevel.${value}`),
  }));
  return <LanguageRows {...props} none={t("selection.consent.noLanguage")} levels={levels} />;
}
