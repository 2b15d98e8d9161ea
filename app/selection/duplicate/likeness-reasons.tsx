import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import type { LikenessReason } from "./likeness.ts";

/** What speaks for two people being one, and what against it. */
export function LikenessReasons({ reasons }: { readonly reasons: readonly LikenessReason[] }) {
  const { t } = useLanguage();
  return (
    <span className="flex flex-wrap gap-1">
      {reasons.map((reason) => (
        <Badge key={reason} tone={reason.startsWith("other") ? "warn" : "neutral"}>
          {t(`selection.duplicate.reason.${reason}`)}
        </Badge>
      ))}
    </span>
  );
}
