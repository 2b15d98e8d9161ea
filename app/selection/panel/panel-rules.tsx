import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import type { RuleCheck } from "./panel-composition.ts";
import type { FoundConflict } from "./panel-rows.ts";

const TONES = { met: "good", broken: "bad", advice: "warn" } as const;

/** How a panel stands against the rules of composition, kept current while members are added. */
export function PanelRules({ checks }: { readonly checks: readonly RuleCheck[] }) {
  const { t } = useLanguage();
  return (
    <ul aria-live="polite" className="divide-y divide-rule border-y border-rule">
      {checks.map(({ rule, standing, params }) => (
        <li key={rule} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-1.5">
          <span className="measure">{t(`selection.composition.${rule}`, params)}</span>
          <Badge tone={TONES[standing]}>{t(`selection.composition.standing.${standing}`)}</Badge>
        </li>
      ))}
    </ul>
  );
}

/** Conflicts of interest of those proposed, known before anybody is invited. */
export function ProposedConflicts({ conflicts }: { readonly conflicts: readonly FoundConflict[] }) {
  const { t, format } = useLanguage();
  if (conflicts.length === 0) return <p aria-live="polite">{t("selection.setPanel.noConflicts")}</p>;
  return (
    <ul aria-live="polite" className="divide-y divide-rule border-y border-rule">
      {conflicts.map(({ userId, candidacyId, member, candidate, sources }) => (
        <li
          key={`${userId} ${candidacyId}`}
          className="flex flex-wrap justify-between gap-x-4 gap-y-1 py-1.5"
        >
          <span>{t("selection.setPanel.conflict", { member, candidate })}</span>
          <Badge tone="warn">
            {format.list(sources.map((source) => t(`selection.conflict.source.${source}`)))}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
