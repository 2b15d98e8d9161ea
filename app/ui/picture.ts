/** The value of an attribute; undefined leaves it out. */
type Attribute = string | number | undefined;

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Characters that XML 1.0 cannot hold, not even escaped: controls, halves of a pair, and two that are no characters. */
const NOT_IN_XML = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

/** Words as XML holds them, in a text or between double quotes. */
export const xmlText = (words: string): string =>
  words.replaceAll(NOT_IN_XML, "").replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/**
 * An element of an SVG file. Numbers are written to two decimals, which is finer than a picture shows.
 *
 * @param children elements and escaped text, as `xmlText` gives it
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, Attribute>>,
  children: readonly string[] = [],
): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined
      ? ""
      : ` ${key}="${typeof value === "number" ? Math.round(value * 100) / 100 : xmlText(value)}"`,
  );
  const start = `<${name}${written.join("")}`;
  return children.length === 0 ? `${start}/>` : `${start}>${children.join("")}</${name}>`;
}

/** Widths of characters in hundredths of their size, as in DejaVu Sans, the widest of the usual faces. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\u1100-\u11ff\u2e80-\uffef]/, 100],
  [/[mwMW%@—]/, 98],
  [/\p{Lu}/u, 72],
  [/[ijltfr.,:;'’!|()[\] \u00a0\u202f-]/, 40],
];

/** How wide words are at a size, at most: in a face as wide as any that a reader may have. */
export const widthOf = (words: string, size: number): number =>
  Array.from(words).reduce(
    (sum, sign) => sum + ((WIDTHS.find(([signs]) => signs.test(sign))?.[1] ?? 64) * size) / 100,
    0,
  );

/**
 * Words in lines that fit a width, broken at spaces that may be broken; a word longer than a line is broken anywhere.
 *
 * @param width above a few characters' width
 */
export function linesOf(words: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words.split(/[ \n\t]+/).flatMap((one) => partsOf(one, size, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/** A word in as many parts as it takes to fit each into a width. */
function partsOf(word: string, size: number, width: number): readonly string[] {
  const parts = [""];
  for (const sign of word) {
    const last = parts.at(-1) ?? "";
    if (last !== "" && widthOf(last + sign, size) > width) parts.push(sign);
    else parts[parts.length - 1] = last + sign;
  }
  return parts;
}
