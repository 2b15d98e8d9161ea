import fc from "fast-check";
import { expect, it } from "vitest";
import { linearScale } from "#app/ui/linear-scale.ts";

const end = fc.integer({ min: -1000, max: 1000 });

it("leads the ends of a domain to those of the range and its middle to the middle, either way round", () => {
  fc.assert(
    fc.property(end, end, end, end, (from, to, start, stop) => {
      fc.pre(from !== to);
      const scale = linearScale([from, to], [start, stop]);
      expect([scale(from), scale(to)]).toEqual([start, stop]);
      expect(scale((from + to) / 2)).toBeCloseTo((start + stop) / 2, 9);
      expect(scale(2 * to - from)).toBeCloseTo(2 * stop - start, 9);
    }),
  );
});
