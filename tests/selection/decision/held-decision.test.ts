import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chosenAgain, effectSchema, seenValue } from "#app/selection/decision/held-decision.ts";

describe("choices held together", () => {
  it("are read from their boxes as they were seen", () => {
    fc.assert(
      fc.property(fc.uuid({ version: 7 }), fc.integer({ min: 0, max: 999_999_999 }), (heldId, version) => {
        const read = effectSchema.safeParse({ held: [seenValue({ heldId, version })] });
        expect(read.data).toEqual({ held: [{ heldId, version }] });
      }),
    );
  });

  it.each([
    [[]],
    [["x"]],
    [["01a2241d-170e-7599-a9eb-32db63aaca39"]],
    [["01a2241d-170e-7599-a9eb-32db63aaca39@-1"]],
  ])("are not read from %j", (held) => expect(effectSchema.safeParse({ held }).success).toBe(false));

  it("name the later of two for one person, and nobody where all differ", () => {
    const choices = ["a", "b", "a", "c"].map((personId, at) => ({ personId, at }));
    expect(chosenAgain(choices)).toEqual({ personId: "a", at: 2 });
    expect(chosenAgain(choices.slice(0, 2))).toBeNull();
  });
});
