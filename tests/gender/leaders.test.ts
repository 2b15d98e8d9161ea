import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LeaderCount } from "#app/gender/balance.ts";
import { GENDERS } from "#app/gender/counts.ts";
import { type LeaderLine, leaderLists, leadersByPost } from "#app/gender/leaders.ts";

const KINDS = [
  { code: "srsg", isHead: true, isDeputy: false },
  { code: "dsrsgPolitical", isHead: false, isDeputy: true },
  { code: "forceCommander", isHead: false, isDeputy: false },
];
const people = ({ woman, man, other }: LeaderLine) => woman + man + other;
const one = (changes: Partial<LeaderCount>): LeaderCount => ({
  roleKindCode: "srsg",
  level: "USG",
  acting: false,
  gender: "woman",
  people: 1,
  ...changes,
});

const counts = fc.array(
  fc.record({
    roleKindCode: fc.constantFrom(...KINDS.map(({ code }) => code)),
    level: fc.constantFrom("USG", "ASG"),
    acting: fc.boolean(),
    gender: fc.constantFrom(...GENDERS),
    people: fc.integer({ min: 1, max: 9 }),
  }),
);

describe("lists of leaders in post", () => {
  it("count everybody in exactly one of heads, deputies, others and acting leaders", () => {
    fc.assert(
      fc.property(counts, (given) => {
        const lists = new Map(leaderLists(given, KINDS).map((line) => [line.key, people(line)]));
        const of = (key: Parameters<typeof lists.get>[0]) => lists.get(key) ?? Number.NaN;
        const total = given.reduce((sum, count) => sum + count.people, 0);
        expect(of("heads") + of("deputies") + of("others") + of("acting")).toBe(total);
        expect(of("headsAndDeputies")).toBe(of("heads") + of("deputies"));
      }),
    );
  });

  it("show another gender and not stated together, and count a kind nobody knows among the others", () => {
    const lists = leaderLists(
      [one({ gender: "another" }), one({ gender: "notStated", people: 2 }), one({ roleKindCode: "new" })],
      KINDS,
    );
    expect(lists.find(({ key }) => key === "heads")).toEqual({ key: "heads", woman: 0, man: 0, other: 3 });
    expect(lists.find(({ key }) => key === "others")).toMatchObject({ woman: 1 });
  });

  it("go by post in the order of protocol, acting leaders and empty kinds left out", () => {
    const lines = leadersByPost(
      [
        one({ roleKindCode: "forceCommander", level: "ASG", gender: "man" }),
        one({ level: "ASG" }),
        one({ people: 2 }),
        one({ roleKindCode: "dsrsgPolitical", acting: true }),
      ],
      KINDS,
    );
    expect(lines).toEqual([
      { key: "srsg", level: "ASG", woman: 1, man: 0, other: 0 },
      { key: "srsg", level: "USG", woman: 2, man: 0, other: 0 },
      { key: "forceCommander", level: "ASG", woman: 0, man: 1, other: 0 },
    ]);
  });
});
