import { useT } from "#app/i18n/provider.tsx";

interface Props {
  readonly of:
    | "places"
    | "criteria"
    | "agreement"
    | "severity"
    | "weights"
    | "without"
    | "reach"
    | "connection"
    | "gaps";
}

/** How a figure comes about: its formula in words, its source, and what it may not be taken for. */
export function ComputedNote({ of }: Props) {
  const t = useT();
  return (
    <details className="measure mt-4 text-sm">
      <summary>{t("selection.ranking.howComputed")}</summary>
      <p className="mt-2">{t(`selection.ranking.computed.${of}`)}</p>
      <p className="figures mt-2 overflow-x-auto">{t(`selection.ranking.formula.${of}`)}</p>
      <p className="mt-2 text-muted">{t(`selection.ranking.source.${of}`)}</p>
    </details>
  );
}
