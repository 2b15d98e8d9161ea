import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { element, linesOf, widthOf, xmlText } from "#app/ui/picture.ts";

describe("words in a picture", () => {
  it("are escaped, and hold nothing that XML cannot", () => {
    expect(xmlText('a<b & "c">\u0000\ud800é')).toBe("a&lt;b &amp; &quot;c&quot;&gt;é");
    expect(element("text", { x: 1.005, "data-a": 'x"y', left: undefined }, [xmlText("é")])).toBe(
      '<text x="1" data-a="x&quot;y">é</text>',
    );
  });

  it("fit their lines and lose no sign but spaces", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.integer({ min: 60, max: 400 }),
        (words, width) => {
          const lines = linesOf(words, 14, width);
          for (const line of lines) expect(widthOf(line, 14)).toBeLessThanOrEqual(width);
          const bare = (text: string) => text.replaceAll(/[ \n\t]/g, "");
          expect(bare(lines.join(""))).toBe(bare(words));
        },
      ),
    );
  });
});
