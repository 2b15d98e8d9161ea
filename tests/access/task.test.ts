import { describe, expect, it } from "vitest";
import { inOrderOfUrgency, isLate, type Task } from "#app/access/task.ts";

const NOW = "2026-11-28T17:00:00.000Z";
const task = (id: string, dueAt: string | null, late?: boolean): Task => ({
  ...{ id, title: "home.title", params: {}, to: "/", dueAt },
  ...(late === undefined ? {} : { late }),
});

describe("inOrderOfUrgency", () => {
  it("puts what is late first, then today, then what has no day, then what is due later", () => {
    const tasks = [
      task("far", "2027-06-01"),
      task("undated", null),
      task("soon", "2026-11-29"),
      task("gathered", null, true),
      task("today", "2026-11-28"),
      task("another undated", null, false),
      task("late", "2026-11-27"),
      task("passed this morning", "2026-11-28T09:00:00.000Z"),
      task("later", "2020-01-01"),
    ];
    const expected = ["gathered", "later", "late", "passed this morning", "today", "another undated"];
    for (const given of [tasks, tasks.toReversed()])
      expect(given.toSorted(inOrderOfUrgency(NOW)).map(({ id }) => id)).toEqual([
        ...expected,
        ...["undated", "soon", "far"],
      ]);
  });
});

describe("isLate", () => {
  it("compares a day with the day and an instant with the moment", () => {
    expect(isLate(task("a", "2026-11-28"), NOW)).toBe(false);
    expect(isLate(task("a", "2026-11-28T16:59:59.000Z"), NOW)).toBe(true);
    expect(isLate(task("a", null), NOW)).toBe(false);
    expect(isLate(task("a", null, true), NOW)).toBe(true);
  });
});
