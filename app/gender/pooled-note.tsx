import { Link } from "@remix-run/react";
import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";

interface Props {
  /** What the page that compares within vacancies is asked for; null where the reader may not open it. */
  readonly within: Readonly<Record<string, string>> | null;
}

/** That steps of several vacancies together say nothing of any, and where those within vacancies are compared. */
export function PooledNote({ within }: Props) {
  const t = useT();
  return (
    <p className="measure mt-2">
      {t("gender.impact.pooled")}{" "}
      {within && <Link to={paths.balanceOfSelection(within)}>{t("gender.impact.pooledLink")}</Link>}
    </p>
  );
}
