import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { QUOTE_WORDS, quoteInText } from "#app/selection/report/quotes-in-text.ts";

const EVIDENCE = "Led the talks of 2019, and brought both sides back to the table after the walk-out.";

const word = fc.stringMatching(/^[a-z]{2,9}$/);
const sentence = (least: number, most: number) => fc.array(word, { minLength: least, maxLength: most });

describe("a quotation in a text", () => {
  it("is eight words in a row, whatever their capitals, accents and punctuation", () => {
    const text = "The panel noted: BROUGHT both sides báck to the table, after the walk-out";
    expect(quoteInText(text, [EVIDENCE], [])).toBe("brought both sides back to the table after");
    expect(quoteInText("She brought both sides back to the table.", [EVIDENCE], [])).toBeNull();
  });

  it("is none where the panel wrote it as one, or the rubric has it", () => {
    expect(quoteInText(EVIDENCE, [EVIDENCE], [`The panel found: ${EVIDENCE}`])).toBeNull();
  });

  it("is found wherever it stands, and never where no eight words are shared", () => {
    fc.assert(
      fc.property(sentence(0, 6), sentence(QUOTE_WORDS, 12), sentence(0, 6), (before, quoted, after) => {
        const text = [...before, ...quoted, ...after].join(" ");
        expect(quoteInText(text, [quoted.join(" ")], [])).not.toBeNull();
        expect(quoteInText(text, [quoted.slice(0, QUOTE_WORDS - 1).join(" ")], [])).toBeNull();
        expect(quoteInText(text, [], [])).toBeNull();
      }),
    );
  });
});
