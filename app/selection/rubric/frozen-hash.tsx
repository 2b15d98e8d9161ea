import { useLanguage } from "#app/i18n/provider.tsx";

interface Props {
  readonly rubric: { readonly hash: string | null; readonly frozenAt: string | null };
}

/** Since when a rubric is frozen, and the hash that anybody can check it against; nothing for a draft. */
export function FrozenHash({ rubric: { hash, frozenAt } }: Props) {
  const { t, format } = useLanguage();
  if (!hash || !frozenAt) return null;
  return (
    <p className="measure mb-3 text-sm text-muted">
      {t("call.rubricHash", { date: format.dateTime(frozenAt) })} <code className="break-all">{hash}</code>
    </p>
  );
}
