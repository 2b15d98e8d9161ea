import { PEOPLE_PARTS } from "./count-people.server.ts";
import type { Figure } from "./figure.ts";
import type { FigureAsk } from "./figure-ask.ts";
import { takeCrossing, takeFlow } from "./flow-figures.queries.server.ts";
import { readTargetFigure, readTargetTrend } from "./follow-targets.server.ts";
import { readLeaderFigures } from "./leader-figures.queries.server.ts";
import { readSelectionFigures } from "./selection-figure.queries.server.ts";
import { readUniformedFigures } from "./uniformed-page.queries.server.ts";

interface Entry {
  /** What its reader must be permitted; null: everybody may read it. */
  readonly needs: "gender.readExact" | "target.read" | null;
  /** Reads it as its page does; null where it is asked in a way that its page would not answer. */
  readonly read: (ask: FigureAsk) => Promise<Figure | null>;
}

/** Of several figures that are read together, the one of this id. */
const oneOf =
  (id: string, read: (ask: FigureAsk) => Promise<readonly Figure[] | null>): Entry["read"] =>
  async (ask) =>
    (await read(ask))?.find((figure) => figure.id === id) ?? null;

/** Figures that are read together, under what their reader must be permitted. */
const together = (
  needs: Entry["needs"],
  ids: readonly string[],
  read: (ask: FigureAsk) => Promise<readonly Figure[] | null>,
): readonly (readonly [string, Entry])[] => ids.map((id) => [id, { needs, read: oneOf(id, read) }]);

/** Every figure that can be taken from a page, by its id. */
export const FIGURES: ReadonlyMap<string, Entry> = new Map([
  ...together(null, ["leaders-by-list", "leaders-by-post"], readLeaderFigures),
  ...together(null, ["leaders-by-month"], PEOPLE_PARTS.trend),
  ...together(null, ["targets"], readTargetFigure("targets")),
  ...together("target.read", ["targets-all"], readTargetFigure("targets-all")),
  ...together("target.read", ["target-trend"], readTargetTrend),
  ...together(
    null,
    ["uniformed-by-month", "uniformed-by-category", "uniformed-by-mission", "uniformed-by-state"],
    readUniformedFigures,
  ),
  ...together(
    "gender.readExact",
    [
      ...["leaders-lists", "leaders-by-role", "leaders-by-level", "leaders-by-mission"],
      ...["leaders-by-region", "leaders-by-state", "leaders-by-rank"],
    ],
    PEOPLE_PARTS.leaders,
  ),
  ...together(
    "gender.readExact",
    ["mentors-by-state", "mentors-by-region", "mentees-by-region"],
    PEOPLE_PARTS.mentoring,
  ),
  ...together(
    "gender.readExact",
    ["cadre-by-readiness", "cadre-by-region", "course-seats", "panel-seats"],
    PEOPLE_PARTS.standing,
  ),
  ...together("gender.readExact", ["crossing"], takeCrossing),
  ...together("gender.readExact", ["stage-to-stage", "share-by-stage-over-time"], takeFlow),
  ...together("gender.readExact", ["selection-steps"], readSelectionFigures),
]);
