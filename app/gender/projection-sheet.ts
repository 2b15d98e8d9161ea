import type { Format } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { BANDS } from "./projection.ts";
import { monthAfter, type ProjectionQuery } from "./projection-query.ts";
import type { Scenario } from "./projection-scenarios.ts";
import { ABOUT_PROJECTION, monthOrNever, neededWords, scenarioWords } from "./projection-words.ts";

interface Page {
  readonly asked: ProjectionQuery;
  readonly today: string;
  readonly settings: { readonly target: number; readonly due: string };
  readonly scenarios: readonly Scenario[];
}

/** Shares as a spreadsheet reads them: a point and six decimals, whatever the language. */
const plain = (share: number) => share.toFixed(6);

/**
 * A projection as a sheet: what it is and what it assumes first, then the scenarios side by side, then every month of each.
 * The note travels inside, so that no figure of it stands alone.
 */
export function projectionSheet(t: Translate, format: Format, page: Page): readonly (readonly string[])[] {
  const { asked, today, settings, scenarios } = page;
  const month = (value: number | null) => monthOrNever(t, format, today, value);
  const assumed = (
    ["list", "renewal", "term", "fill", "turnover", "shortlist", "ratio", "seed"] as const
  ).map((name) => [
    t(`gender.projection.field.${name}`),
    name === "list" ? t(`gender.subject.${asked.list}`) : String(asked[name]),
  ]);
  return [
    [t("gender.projection.title"), format.date(today)],
    [
      t("gender.projection.aim", {
        target: format.percent(settings.target, 1),
        due: format.date(settings.due),
      }),
    ],
    ...assumed,
    [],
    [t("gender.about.title")],
    ...ABOUT_PROJECTION.map((one) => [t(`gender.projection.about.${one}`)]),
    [],
    [
      t("gender.projection.scenario"),
      t("gender.projection.medianReaches"),
      ...(["early", "middle", "late"] as const).map((when) => t(`gender.projection.firstTimeColumn.${when}`)),
      t("gender.projection.needed", { due: format.date(settings.due) }),
    ],
    ...scenarios.map((scenario) => [
      scenarioWords(t, format, scenario),
      month(scenario.projection.medianReaches),
      ...scenario.projection.firstTime.map(month),
      neededWords(t, format, scenario),
    ]),
    [],
    [
      t("gender.projection.scenario"),
      t("gender.uniformed.month"),
      t("gender.projection.expected"),
      ...BANDS.flatMap((level) =>
        (["low", "high"] as const).map(
          (end) =>
            `${t("gender.projection.band", { level: format.percent(level) })} ${t(`gender.projection.${end}`)}`,
        ),
      ),
      t("gender.projection.atTarget"),
      t("gender.projection.everAtTarget"),
    ],
    ...scenarios.flatMap((scenario) =>
      scenario.projection.months.map((one) => [
        scenarioWords(t, format, scenario),
        monthAfter(today, one.month).slice(0, 7),
        plain(one.expected),
        ...one.bands.flat().map(plain),
        plain(one.atTarget),
        plain(one.everAtTarget),
      ]),
    ),
  ];
}
