import type { ReactNode } from "react";
import { useT } from "#app/i18n/provider.tsx";

/** What a figure counts and what it leaves out, for who wants to know. */
export function AboutFigure({ children }: { readonly children: ReactNode }) {
  const t = useT();
  return (
    <details className="mt-2 text-sm">
      <summary className="min-h-6 w-fit text-accent">{t("health.about")}</summary>
      <p className="measure mt-1 text-muted">{children}</p>
    </details>
  );
}
