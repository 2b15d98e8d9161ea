import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { belowQuorum, mayReveal, type PanelAtWork, panelProgress } from "#app/selection/sheet/reveal.ts";

const members = ["chair", "b", "c"].map((id) => ({ id, chair: id === "chair", declared: true }));
const candidacyIds = ["x", "y"];
const everySheet = members.flatMap(({ id }) =>
  candidacyIds.map((candidacyId) => ({ memberId: id, candidacyId })),
);
const panel = (changes: Partial<PanelAtWork> = {}): PanelAtWork => ({
  members,
  candidacyIds,
  recusals: [],
  submitted: everySheet,
  ...changes,
});
const code = (changes: Partial<PanelAtWork>) => {
  const answer = mayReveal("assessment", panel(changes));
  return answer.ok ? answer.value : answer.refusal.code;
};

describe("mayReveal", () => {
  it("opens the sheets once everybody has declared and submitted", () => {
    expect(code({})).toBe("revealed");
  });

  it("waits for declarations, for sheets, and for two judges a candidacy", () => {
    expect(code({ members: members.map((one) => ({ ...one, declared: one.id !== "b" })) })).toBe(
      "declarationsOutstanding",
    );
    expect(code({ submitted: everySheet.slice(1) })).toBe("sheetsOutstanding");
    expect(code({ recusals: ["b", "c"].map((memberId) => ({ memberId, candidacyId: "x" })) })).toBe(
      "belowQuorum",
    );
  });

  it("waits for a chair without a conflict, who will find on everybody", () => {
    expect(code({ recusals: [{ memberId: "chair", candidacyId: "x" }] })).toBe("chairRecused");
  });

  it("asks no sheet of who is recused, nor on who has withdrawn", () => {
    const withoutB = everySheet.filter((one) => !(one.memberId === "b" && one.candidacyId === "x"));
    expect(code({ submitted: withoutB, recusals: [{ memberId: "b", candidacyId: "x" }] })).toBe("revealed");
    expect(
      code({ submitted: everySheet.filter((one) => one.candidacyId === "y"), candidacyIds: ["y"] }),
    ).toBe("revealed");
  });

  it("is taken in assessment only", () => {
    const answer = mayReveal("revealed", panel());
    expect(answer).toMatchObject({ ok: false, refusal: { code: "wrongState" } });
  });

  it("never opens while an assigned sheet is missing", () => {
    const some = fc.subarray(everySheet);
    fc.assert(
      fc.property(some, some, (submitted, recusals) => {
        const owed = panelProgress(panel({ submitted, recusals })).some(
          (one) => one.submitted < one.assigned,
        );
        const opened = mayReveal("assessment", panel({ submitted, recusals })).ok;
        expect(opened && owed).toBe(false);
      }),
    );
  });
});

describe("panelProgress", () => {
  it("counts among the candidacies that may be seen by who asks", () => {
    const progress = panelProgress(panel({ submitted: everySheet.slice(0, 1) }), ["y"]);
    expect(progress.map(({ assigned, submitted }) => [assigned, submitted])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
  });
});

describe("belowQuorum", () => {
  it("names the candidacies that one member alone would judge", () => {
    const recusals = ["chair", "c"].map((memberId) => ({ memberId, candidacyId: "y" }));
    expect(belowQuorum(panel({ recusals }))).toEqual(["y"]);
  });
});
