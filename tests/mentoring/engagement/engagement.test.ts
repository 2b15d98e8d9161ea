import { describe, expect, it } from "vitest";
import { reminderOf } from "#app/mentoring/engagement/engagement.ts";
import type { SessionState } from "#app/mentoring/session/session-lifecycle.ts";

const course = (...sessions: readonly (readonly [SessionState, string])[]) => ({
  state: "active" as const,
  firstDueOn: "2027-02-14",
  rhythms: [],
  sessions: sessions.map(([state, day]) => ({ state, startsAt: `${day}T10:00:00.000Z` })),
});

describe("reminderOf", () => {
  it("asks for the first session by its day, and says when that has passed", () => {
    expect(reminderOf(course(), "2027-02-14")).toEqual({
      kind: "firstDue",
      dueOn: "2027-02-14",
      overdue: false,
    });
    expect(reminderOf(course(), "2027-02-15")).toMatchObject({ overdue: true });
    const called = course(["cancelled", "2027-01-20"], ["noShow", "2027-01-25"]);
    expect(reminderOf(called, "2027-02-01")).toMatchObject({ kind: "firstDue" });
  });

  it("is silent while a session is still to come", () => {
    expect(reminderOf(course(["scheduled", "2027-03-01"]), "2027-02-20")).toBeNull();
    const today = course(["scheduled", "2027-02-20"]);
    expect(reminderOf(today, "2027-02-20T09:59:00.000Z")).toBeNull();
    expect(reminderOf(today, "2027-02-20T10:00:00.000Z")).toMatchObject({ kind: "firstDue" });
  });

  it("takes a session past of which nobody said a word for no sign of life", () => {
    expect(reminderOf(course(["scheduled", "2027-01-20"]), "2027-02-20")).toMatchObject({ overdue: true });
    const once = course(["held", "2027-01-20"], ["scheduled", "2027-02-10"]);
    expect(reminderOf(once, "2027-02-20")).toEqual({ kind: "quiet", since: "2027-01-20" });
  });

  it("speaks up when four weeks have gone by since the last, whatever the order of the list", () => {
    const held = course(["held", "2027-02-01"], ["cancelled", "2027-02-20"], ["held", "2027-01-20"]);
    expect(reminderOf(held, "2027-03-01")).toBeNull();
    expect(reminderOf(held, "2027-03-02")).toEqual({ kind: "quiet", since: "2027-02-01" });
  });

  it("leaves an engagement alone that has ended", () => {
    expect(reminderOf({ ...course(), state: "ended" }, "2028-01-01")).toBeNull();
  });
});
