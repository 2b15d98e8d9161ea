import type { Format } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";

/** The forms in which a figure can be taken. */
export const FIGURE_FORMATS = ["csv", "xlsx", "svg", "png"] as const;
export type FigureFormat = (typeof FIGURE_FORMATS)[number];

export const isFigureFormat = (format: string | undefined): format is FigureFormat =>
  FIGURE_FORMATS.some((one) => one === format);

/** Who asks for a figure, how, and in which language: the same for the page that shows it and for what is taken from it. */
export interface FigureAsk {
  readonly t: Translate;
  readonly format: Format;
  /** ISO date. */
  readonly today: string;
  /** Whether the reader sees exact figures. */
  readonly exact: boolean;
  /** Whether the reader may read breakdowns that are sensitive (`gender.readSensitive`). */
  readonly sensitive: boolean;
  /** What the page is asked for in its address, as it stands there. */
  readonly asked: Readonly<Record<string, string>>;
  /** Every row, also where its page shows a part of them: a sheet holds what a page or a picture has no room for. */
  readonly every?: boolean;
}
