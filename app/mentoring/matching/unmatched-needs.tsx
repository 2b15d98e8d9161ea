import { useLanguage } from "#app/i18n/provider.tsx";
import type { readRun } from "./matching.queries.server.ts";

interface Props {
  readonly unmatched: NonNullable<Awaited<ReturnType<typeof readRun>>>["unmatched"];
}

/** Who stays without a mentor in a run, and what stood in the way. */
export function UnmatchedNeeds({ unmatched }: Props) {
  const { t } = useLanguage();
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {unmatched.map(({ needId, mentee, excluded, taken, refused }) => (
        <li key={needId} className="py-2">
          <strong>{mentee}</strong>
          <ul className="list-disc ps-5 text-sm">
            {excluded.map(({ rule, mentors }) => (
              <li key={rule}>
                {t("mentoring.run.excluded", { rule: t(`mentoring.rule.${rule}`), mentors })}
              </li>
            ))}
            {taken > 0 && <li>{t("mentoring.run.taken", { mentors: taken })}</li>}
            {refused > 0 && <li>{t("mentoring.run.refused", { mentors: refused })}</li>}
          </ul>
        </li>
      ))}
    </ul>
  );
}
