import { expect, it } from "vitest";
import { comparePairs } from "#app/mentoring/matching/match-comparison.ts";
import { topicsOfCriteria } from "#app/mentoring/need/development.ts";
import { TOPICS } from "#app/mentoring/pool/mentor.ts";
import { DEFAULT_CRITERIA } from "#app/selection/rubric/default-rubric.ts";

const pair = (menteeId: string, mentorId: string, score = 50) => ({ menteeId, mentorId, score });

it("puts every mentee of either matching beside itself, changes first", () => {
  const before = [pair("a", "m1"), pair("b", "m2"), pair("c", "m3")];
  const after = [pair("a", "m1"), pair("b", "m3", 70), pair("d", "m2")];
  expect(comparePairs(before, after)).toEqual([
    {
      needId: "b",
      before: { mentorId: "m2", score: 50 },
      after: { mentorId: "m3", score: 70 },
      change: "changed",
    },
    { needId: "c", before: { mentorId: "m3", score: 50 }, after: null, change: "lost" },
    { needId: "d", before: null, after: { mentorId: "m2", score: 50 }, change: "gained" },
    {
      needId: "a",
      before: { mentorId: "m1", score: 50 },
      after: { mentorId: "m1", score: 50 },
      change: "same",
    },
  ]);
});

it("has a topic for every criterion that a conversation can develop, and for no other code", () => {
  const without = DEFAULT_CRITERIA.map(({ code }) => code).filter(
    (code) => topicsOfCriteria([code]).length === 0,
  );
  expect(without).toEqual(["M1"]);
  expect(topicsOfCriteria(["C1", "C6", "X9"])).toEqual(["conduct"]);
  const topics = topicsOfCriteria(DEFAULT_CRITERIA.map(({ code }) => code));
  expect(topics.every((topic) => TOPICS.includes(topic))).toBe(true);
});
