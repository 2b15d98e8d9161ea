import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptBy, meetKept, readKept, typedUpon } from "#app/selection/sheet/kept-sheet.ts";

const aKept = fc.record({
  version: fc.nat(9),
  saved: fc.boolean(),
  fields: fc.dictionary(fc.string(), fc.string()),
});

describe("what a browser kept of a sheet", () => {
  it("is read as it was kept, and anything else is nothing", () => {
    fc.assert(
      fc.property(aKept, (kept) => {
        expect(readKept(JSON.stringify(kept))).toEqual(JSON.parse(JSON.stringify(kept)));
      }),
    );
    for (const text of [
      null,
      "",
      "{",
      "null",
      "3",
      '{"version":"1","saved":true,"fields":{}}',
      '{"version":1}',
    ])
      expect(readKept(text)).toBeNull();
  });

  it("is never lost unsaved, and never put over a newer version", () => {
    fc.assert(
      fc.property(aKept, fc.nat(9), (kept, opened) => {
        const met = meetKept(kept, opened);
        if (!kept.saved) expect(met).not.toBe("drop");
        if (opened > kept.version) expect(met).not.toBe("putBack");
        if (kept.saved && opened >= kept.version) expect(met).toBe("drop");
      }),
    );
  });

  it("is put beside a newer version as often as the page is opened, until the writer decides", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(9), fc.nat(9), (newer, later, earlier) => {
        const undecided = { version: typedUpon(newer, true), saved: false, fields: {} };
        expect(meetKept(undecided, newer + later)).toBe("compare");
        // From a page kept for want of network it goes on, but from a version that the server knows to be overtaken.
        const page = Math.max(0, newer - 1 - earlier);
        expect(meetKept(undecided, page)).toBe("putBack");
        expect(undecided.version).toBeLessThan(newer);
        const decided = { ...undecided, version: typedUpon(newer, false) };
        expect(meetKept(decided, newer)).toBe("putBack");
        expect(meetKept(decided, newer + 1 + later)).toBe("compare");
      }),
    );
  });

  it("is kept by account", () => {
    expect(keptBy("b").startsWith(keptBy("a"))).toBe(false);
    expect(keptBy("ab").startsWith(keptBy("a"))).toBe(false);
  });
});
