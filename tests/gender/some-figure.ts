import { addTallies, EMPTY_TALLY, type Tally } from "#app/gender/counts.ts";
import { type Figure, GENDER_CHART, genderCells, genderColumns } from "#app/gender/figure.ts";
import { formatter } from "#app/i18n/format.ts";
import { messages as english } from "#app/i18n/messages/en/catalogue.ts";
import { messages as french } from "#app/i18n/messages/fr/catalogue.ts";
import { translator } from "#app/i18n/translate.ts";

export const en = { t: translator("en", english), format: formatter("en", "UTC") };
export const fr = { t: translator("fr", french), format: formatter("fr", "UTC") };

export const tally = (woman: number, man: number, rest: Partial<Tally> = {}): Tally =>
  addTallies(EMPTY_TALLY, { ...EMPTY_TALLY, woman, man, ...rest });

/** A figure as a page would publish it, of people who do not exist. */
export const someFigure = (changes: Partial<Figure> = {}, { t } = en): Figure => ({
  id: "invented",
  title: "Members of the cadre, by région <& more>",
  counting: { kind: "stock", on: "2026-11-29" },
  note: ["Everybody counted “once”.", "Nobody twice."],
  rowHeading: "Region",
  columns: genderColumns(t),
  rows: [
    { key: "a", label: "Amérique latine & Caraïbes", cells: genderCells(tally(3, 4, { notStated: 1 })) },
    { key: "b", label: "=Afrique", cells: [null, 12, 0, 0, null] },
    {
      key: "c",
      label: "A region with a name that is longer than a line of the picture",
      cells: genderCells(tally(0, 0)),
    },
  ],
  chart: GENDER_CHART,
  exact: true,
  taken: "2026-11-30",
  ...changes,
});

/** A figure of shares over time. */
export const someTrend = (): Figure =>
  someFigure({
    id: "trend",
    counting: { kind: "stocks", from: "2026-07-31", to: "2026-11-30" },
    columns: [
      { key: "heads", label: "Heads of mission", kind: "share" },
      { key: "deputies", label: "Deputies", kind: "share" },
    ],
    rows: [
      [1, 3],
      [2, 0],
      [0, 0],
      [4, 4],
      [5, 7],
    ].map(([women = 0, men = 0], month) => ({
      key: `2026-0${month + 7}`,
      label: `2026-0${month + 7}`,
      cells: [genderCells(tally(women, men)).at(-1) ?? null, genderCells(tally(men, women)).at(-1) ?? null],
    })),
    chart: { kind: "trend", columns: ["heads", "deputies"], marks: [{ at: 4, value: 0.5 }] },
  });

/** A figure of shares against a target. */
export const someShares = (): Figure =>
  someFigure({ id: "shares", chart: { kind: "shares", column: "share", targets: { a: 0.5 } } });
