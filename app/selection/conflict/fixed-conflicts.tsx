import { useLanguage } from "#app/i18n/provider.tsx";
import type { DeclarationPage } from "#app/selection/panel/panel-page.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Section } from "#app/ui/card.tsx";

/** Conflicts found on file: shown once, before the declaration, and not the member's to change. */
export function FixedConflicts({ fixed }: Pick<DeclarationPage, "fixed">) {
  const { t, format } = useLanguage();
  if (fixed.length === 0) return null;
  return (
    <Section title={t("selection.conflict.fixed")} lead={t("selection.conflict.fixedText")}>
      <ul className="divide-y divide-rule border-y border-rule">
        {fixed.map(({ candidacyId, name, sources }) => (
          <li key={candidacyId} className="flex flex-wrap justify-between gap-x-4 gap-y-1 py-1.5">
            <span className="font-semibold">{name}</span>
            <Badge tone="warn">
              {format.list(sources.map(({ source }) => t(`selection.conflict.source.${source}`)))}
            </Badge>
          </li>
        ))}
      </ul>
    </Section>
  );
}
