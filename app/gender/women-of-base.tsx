import { useLanguage } from "#app/i18n/provider.tsx";

interface Props {
  readonly women: number;
  readonly men: number;
  /** Another gender or not stated; they stand beside, and in no share. */
  readonly other?: number;
}

/** Women of women and men with their share; others beside, where there are any. */
export function WomenOfBase({ women, men, other = 0 }: Props) {
  const { t, format } = useLanguage();
  const base = women + men;
  if (base + other === 0) return t("gender.none");
  const given = { women: format.number(women), base: format.number(base) };
  const words =
    base === 0
      ? t("gender.none")
      : t("accountability.ofBase", { ...given, share: format.percent(women / base) });
  return other === 0 ? words : t("accountability.besides", { words, other: format.number(other) });
}
