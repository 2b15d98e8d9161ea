import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { Scenario } from "./projection-scenarios.ts";
import { likelihood, monthOrNever, neededWords, scenarioWords } from "./projection-words.ts";

interface Props {
  readonly scenarios: readonly Scenario[];
  readonly today: string;
  readonly due: string;
}

/** The scenarios side by side: at the target's date, when the target is reached, and what it takes. */
export function ProjectionSummary({ scenarios, today, due }: Props) {
  const { t, format } = useLanguage();
  const atDue = ({ projection, dueMonth }: Scenario) => projection.months[dueMonth];
  const month = (value: number | null) => monthOrNever(t, format, today, value);
  return (
    <DataTable
      caption={t("gender.projection.sideBySide")}
      captionHidden
      rows={scenarios}
      rowKey={({ key }) => key}
      empty={null}
      columns={[
        {
          key: "scenario",
          header: t("gender.projection.scenario"),
          rowHeader: true,
          cell: (scenario) => scenarioWords(t, format, scenario),
        },
        {
          key: "expected",
          header: t("gender.projection.expectedOn", { due: format.date(due) }),
          align: "end",
          cell: (scenario) => format.percent(atDue(scenario)?.expected ?? 0, 1),
        },
        {
          key: "atTarget",
          header: t("gender.projection.atTargetOn", { due: format.date(due) }),
          align: "end",
          cell: (scenario) => likelihood(t, format, atDue(scenario)?.atTarget ?? 0),
        },
        {
          key: "median",
          header: t("gender.projection.medianReaches"),
          cell: ({ projection }) => month(projection.medianReaches),
        },
        {
          key: "first",
          header: t("gender.projection.firstTime"),
          cell: ({ projection: { firstTime } }) => (
            <ul>
              {(["early", "middle", "late"] as const).map((when, index) => (
                <li key={when}>
                  {t(`gender.projection.firstTime.${when}`, { month: month(firstTime[index] ?? null) })}
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: "needed",
          header: t("gender.projection.needed", { due: format.date(due) }),
          cell: (scenario) => neededWords(t, format, scenario),
        },
      ]}
    />
  );
}
