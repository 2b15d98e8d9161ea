import { useLanguage } from "#app/i18n/provider.tsx";
import type { Refusal } from "./result.ts";

/** A refusal in words, for pages that show one outside a form: they bring the words of all of them. */
export function useRefusalWords(): (refusal: Refusal) => string {
  const { t, known } = useLanguage();
  return ({ code, params }) => t(known(`refusal.${code}`) ?? "invalid.other", params);
}
