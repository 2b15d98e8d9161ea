import type { Format } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { element, linesOf, xmlText } from "#app/ui/picture.ts";
import { type Brush, definitions, drawBox, drawLine, drawWords } from "#app/ui/picture-brush.ts";
import type { Figure } from "./figure.ts";
import { type Drawn, drawRows, PICTURE } from "./figure-rows.ts";
import { drawTrend } from "./figure-trend.ts";
import { countingWords, noteOf } from "./figure-words.ts";

interface Options {
  /** A word that parts this picture from others on the same page; a file of its own needs none. */
  readonly id?: string;
  readonly rightToLeft?: boolean;
}

const TITLE = 24;
const SMALL = 14;

/**
 * A figure as an SVG file that stands alone: title, what is counted, the picture and, inside it, the note. It needs no
 * style sheet and no font but the reader's own, is told apart without colour, follows a dark screen and prints in light, and
 * a screen reader hears every row.
 */
export function figurePicture(
  t: Translate,
  format: Format,
  figure: Figure,
  { id = `figure-${figure.id}`, rightToLeft = false }: Options = {},
): string {
  const brush: Brush = { id, width: PICTURE.width, rightToLeft };
  const counting = countingWords(t, format, figure.counting);
  const head = paragraph(brush, [figure.title], { top: PICTURE.margin, size: TITLE, bold: true });
  const under = paragraph(brush, [counting], { top: head.bottom, size: SMALL });
  const draw = figure.chart.kind === "trend" ? drawTrend : drawRows;
  const chart = draw({ brush, t, format, figure }, under.bottom + 12);
  const rule = drawLine(
    brush,
    [
      [PICTURE.margin, chart.bottom + 16],
      [PICTURE.width - PICTURE.margin, chart.bottom + 16],
    ],
    { paint: "rule", width: 1 },
  );
  const about = paragraph(brush, [t("gender.about.title")], {
    top: chart.bottom + 26,
    ...{ size: SMALL, bold: true },
  });
  const note = paragraph(brush, noteOf(t, format, figure), { top: about.bottom, size: SMALL });
  const height = Math.ceil(note.bottom + PICTURE.margin);
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      ...{ id, viewBox: `0 0 ${PICTURE.width} ${height}`, width: PICTURE.width, height },
      ...{ role: "img", "aria-labelledby": `${id}-title ${id}-desc`, lang: format.locale },
      ...{ "font-family": "sans-serif", direction: "ltr" },
      style: rightToLeft ? "unicode-bidi:plaintext" : undefined,
    },
    [
      element("title", { id: `${id}-title` }, [xmlText(figure.title)]),
      element("desc", { id: `${id}-desc` }, [
        xmlText([counting.replace(/\.$/, ""), ...chart.spoken].join(". ")),
      ]),
      definitions(brush),
      drawBox(brush, { x: 0, y: 0, width: PICTURE.width, height }, "ground"),
      ...[head, under, chart].flatMap(({ drawn }) => drawn),
      rule,
      ...[about, note].flatMap(({ drawn }) => drawn),
    ],
  );
}

interface Paragraph {
  readonly top: number;
  readonly size: number;
  readonly bold?: boolean;
}

/** Lines of words across the picture, each sentence beginning anew. */
function paragraph(
  brush: Brush,
  sentences: readonly string[],
  { top, size, bold = false }: Paragraph,
): Pick<Drawn, "drawn" | "bottom"> {
  const room = PICTURE.width - 2 * PICTURE.margin;
  const lines = sentences.flatMap((sentence) => linesOf(sentence, bold ? size * 1.12 : size, room));
  const step = size * 1.4;
  const drawn = lines.map((line, at) =>
    drawWords(brush, line, {
      ...{ x: PICTURE.margin, y: top + size + at * step, size, bold },
      paint: bold ? "ink" : "muted",
    }),
  );
  return { drawn, bottom: top + lines.length * step };
}
