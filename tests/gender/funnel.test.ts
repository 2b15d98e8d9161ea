import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GENDERS, totalOf } from "#app/gender/counts.ts";
import { type CandidacyProgress, countFunnel, FUNNEL_STAGES } from "#app/gender/funnel.ts";

const candidacies = fc
  .array(
    fc.record({
      gender: fc.constantFrom(...GENDERS),
      reached: fc.subarray([...FUNNEL_STAGES]),
    }),
    { maxLength: 30 },
  )
  .map((all): CandidacyProgress[] => all.map((one, i) => ({ candidacyId: `c${i}`, ...one })));

describe("countFunnel", () => {
  it("agrees with a recount, person by person", () => {
    fc.assert(
      fc.property(candidacies, (all) => {
        for (const [k, step] of countFunnel(all).entries()) {
          const later = new Set<string>(FUNNEL_STAGES.slice(k));
          for (const gender of GENDERS) {
            const here = all.filter((one) => one.gender === gender && one.reached.some((s) => later.has(s)));
            expect(step.tally[gender]).toBe(here.length);
          }
        }
      }),
    );
  });

  it("never holds more at a stage than at the one before, and loses exactly the difference", () => {
    fc.assert(
      fc.property(candidacies, fc.subarray([...FUNNEL_STAGES]), (all, stages) => {
        const steps = countFunnel(all, stages);
        expect(steps.map((step) => step.stage)).toEqual(stages);
        steps.forEach((step, k) => {
          const before = steps[k - 1];
          if (before === undefined) {
            expect(totalOf(step.loss)).toBe(0);
            return;
          }
          for (const gender of GENDERS) {
            expect(step.tally[gender] + step.loss[gender]).toBe(before.tally[gender]);
            const rate = step.rate[gender];
            if (before.tally[gender] === 0) expect(rate).toBeNull();
            else expect(rate).toBe(step.tally[gender] / before.tally[gender]);
          }
        });
      }),
    );
  });

  it("counts somebody who skipped a step at that step too", () => {
    const steps = countFunnel([{ candidacyId: "a", gender: "woman", reached: ["nominated", "recommended"] }]);
    expect(steps.map((step) => step.tally.woman)).toEqual([1, 1, 1, 1, 1, 1, 0, 0]);
    expect(steps[6]?.rate).toEqual({ woman: 0, man: null, another: null, notStated: null });
  });

  it("refuses a candidacy given twice", () => {
    const one: CandidacyProgress = { candidacyId: "a", gender: "man", reached: ["nominated"] };
    expect(() => countFunnel([one, one])).toThrow(RangeError);
  });
});
