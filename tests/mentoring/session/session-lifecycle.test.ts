import { describe, expect, it } from "vitest";
import { take } from "#app/access/transition.ts";
import type { SessionTime } from "#app/mentoring/session/session.ts";
import {
  refuseTime,
  SESSION_STATES,
  type SessionState,
  sessionTransitions,
} from "#app/mentoring/session/session-lifecycle.ts";

const now = new Date("2027-02-01T12:00:00Z");
const before = { startsAt: new Date("2027-02-01T12:00:01Z"), now };
const after = { startsAt: now, now };

/** From which states an arrow can be taken, and where it leads; the refusal's code where it cannot. */
const answers = (arrow: keyof typeof sessionTransitions, facts: typeof before) =>
  Object.fromEntries(
    SESSION_STATES.map((state: SessionState) => {
      const next = take(sessionTransitions[arrow], state, facts);
      return [state, next.ok ? next.value : next.refusal.code];
    }),
  );

const closed = { held: "wrongState", noShow: "wrongState", cancelled: "wrongState" };

describe("sessionTransitions", () => {
  it("moves and cancels what has not started, and nothing from the minute it starts", () => {
    expect(answers("move", before)).toEqual({ scheduled: "scheduled", ...closed });
    expect(answers("cancel", before)).toEqual({ scheduled: "cancelled", ...closed });
    expect(answers("move", after)).toEqual({ scheduled: "sessionStarted", ...closed });
    expect(answers("cancel", after)).toEqual({ scheduled: "sessionStarted", ...closed });
  });

  it("is said to have been held, or not, from the minute it starts", () => {
    expect(answers("held", after)).toEqual({ scheduled: "held", ...closed });
    expect(answers("noShow", after)).toEqual({ scheduled: "noShow", ...closed });
    expect(answers("held", before)).toEqual({ scheduled: "sessionNotStarted", ...closed });
    expect(answers("noShow", before)).toEqual({ scheduled: "sessionNotStarted", ...closed });
  });

  it("takes feedback on what was held", () => {
    expect(answers("giveFeedback", after)).toEqual({
      scheduled: "wrongState",
      held: "held",
      noShow: "wrongState",
      cancelled: "wrongState",
    });
  });
});

describe("refuseTime", () => {
  const engagement = {
    state: "active" as const,
    startedOn: new Date("2027-01-15"),
    endsOn: new Date("2028-01-15"),
  };
  const wanted = (startsAt: string): SessionTime => ({
    startsAt: new Date(startsAt),
    durationMinutes: 60,
    channel: "video",
  });
  const code = (startsAt: string, changes: Partial<Parameters<typeof refuseTime>[1]> = {}) =>
    refuseTime(wanted(startsAt), { now, engagement, taken: [], ...changes })?.code ?? "ok";

  it("takes a time to come within the engagement, its last day included", () => {
    expect(code("2027-02-01T12:00:01Z")).toBe("ok");
    expect(code("2028-01-15T23:59:00Z")).toBe("ok");
  });

  it("refuses what has passed, lies outside the engagement, or comes after its end", () => {
    expect(code("2027-02-01T12:00:00Z")).toBe("sessionInPast");
    expect(code("2028-01-16T00:00:00Z")).toBe("sessionOutsideEngagement");
    const early = { ...engagement, startedOn: new Date("2027-03-01") };
    expect(code("2027-02-28T23:59:00Z", { engagement: early })).toBe("sessionOutsideEngagement");
    expect(code("2027-03-01T10:00:00Z", { engagement: { ...engagement, state: "ended" } })).toBe(
      "engagementEnded",
    );
  });

  it("refuses a time at which one of the two is in another session", () => {
    const taken = [{ startsAt: new Date("2027-03-01T10:00:00Z"), durationMinutes: 90 }];
    expect(code("2027-03-01T11:29:00Z", { taken })).toBe("timeTaken");
    expect(code("2027-03-01T11:30:00Z", { taken })).toBe("ok");
    expect(code("2027-03-01T09:00:00Z", { taken })).toBe("ok");
  });
});
