import { describe, expect, it } from "vitest";
import { take } from "#app/access/transition.ts";
import { mayCloseUnfilled, VACANCY_STATES, vacancyTransitions } from "#app/selection/lifecycle.ts";
import { nominationStatus } from "#app/selection/nomination/nomination-status.ts";

const reason = "The mission ends before anybody could take the post.";
const close = vacancyTransitions.closeWithoutAppointment;

describe("closing without an appointment", () => {
  it("is possible from every state between the draft and the end", () => {
    for (const state of VACANCY_STATES) {
      const answer = take(close, state, { reason, otherPosts: 0 });
      expect(answer.ok).toBe(state !== "draft" && state !== "closed");
      expect(mayCloseUnfilled(state)).toBe(answer.ok);
    }
  });

  it("asks for a reason of twenty characters, and that no other post hangs on its open call", () => {
    const refused = (facts: { reason: string; otherPosts: number }) => {
      const answer = take(close, "open", facts);
      return answer.ok ? null : answer.refusal.code;
    };
    expect(refused({ reason: "   nineteen letters   ", otherPosts: 0 })).toBe("closeReasonTooShort");
    expect(refused({ reason, otherPosts: 1 })).toBe("callHasOtherPosts");
    expect(refused({ reason, otherPosts: 0 })).toBeNull();
  });

  it("leaves nobody waiting, and nobody called selected", () => {
    expect(nominationStatus("nominated", "closed", "all")).toBe("notSelected");
    expect(nominationStatus("consented", "closed", "all")).toBe("notSelected");
    expect(nominationStatus("selected", "closed", "all")).toBe("suitable");
    expect(nominationStatus("selected", "decided", "all")).toBe("selected");
    expect(nominationStatus("appointed", "closed", "all")).toBe("selected");
  });
});
