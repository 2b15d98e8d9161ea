import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GENDERS } from "#app/gender/counts.ts";
import { DEFAULT_SETTINGS } from "#app/selection/panel/composition-settings.ts";
import { checkComposition, type ProposedMember } from "#app/selection/panel/panel-composition.ts";
import { proposedConflicts } from "#app/selection/panel/panel-rows.ts";
import { judgesLeft } from "#app/selection/panel/quorum.ts";
import { seatAsked, substitutesFor } from "#app/selection/panel/substitutes.ts";

const TODAY = "2026-11-28";
const account = (userId: string, nationality: string | null, gender: "woman" | "man" | null = "woman") => ({
  ...({
    userId,
    name: `Name ${userId}`,
    gender,
    outside: true,
    career: [],
    level: "USG",
    field: "military",
  } as const),
  nationalities: nationality === null ? [] : [nationality],
});
const tie = (candidacyId: string, nationality: string) => ({
  ...{ candidacyId, personId: `person of ${candidacyId}`, name: candidacyId, career: [] },
  ...{ nationalities: [nationality], nominations: [] },
});
const seat = (userId: string, nationality: string, gender: "woman" | "man", chair = false) => ({
  ...({ userId, nationality, gender, chair, external: true, level: "USG", field: "political" } as const),
});
const members: readonly ProposedMember[] = [
  seat("chair", "JO", "woman", true),
  seat("second", "SN", "man"),
  seat("third", "KE", "man"),
];
const files = {
  accounts: [
    account("ke", "KE"),
    account("sn", "SN"),
    account("gh", "GH", "man"),
    account("fi", "FI", "man"),
    account("nowhere", null),
  ],
  ties: [tie("x", "GH"), tie("y", "NP")],
  ...{ known: [], today: TODAY },
};
const POST = { level: "ASG", component: "civilian" };
const asked = { ...files, members, post: POST, settings: DEFAULT_SETTINGS };

describe("judgesLeft", () => {
  it("counts who is not recused, once each, the fewest first", () => {
    const recusals = [
      { userId: "a", candidacyId: "y" },
      { userId: "a", candidacyId: "y" },
      { userId: "not seated", candidacyId: "x" },
    ];
    const all = [
      { candidacyId: "x", name: "X" },
      { candidacyId: "y", name: "Y" },
    ];
    expect(judgesLeft(["a", "b"], all, recusals)).toEqual([
      { candidacyId: "y", name: "Y", judges: 1, belowQuorum: true },
      { candidacyId: "x", name: "X", judges: 2, belowQuorum: false },
    ]);
  });
});

describe("substitutesFor", () => {
  it("proposes who would satisfy every rule, those with the fewest conflicts first", () => {
    const { proposed, excluded } = substitutesFor({ ...asked, seat: 2 });
    expect(proposed.map(({ userId, conflicts }) => [userId, conflicts])).toEqual([
      ["fi", 0],
      ["ke", 0],
      ["gh", 1],
    ]);
    expect(excluded).toEqual([
      { obstacle: "nationalities", accounts: 1 },
      { obstacle: "unknown", accounts: 1 },
    ]);
  });

  it("lets nobody with a conflict into the chair, and keeps every quorum", () => {
    const chair = substitutesFor({ ...asked, seat: 0 });
    expect(chair.proposed).toEqual([]);
    expect(chair.excluded).toContainEqual({ obstacle: "chairConflict", accounts: 1 });
    expect(chair.excluded).toContainEqual({ obstacle: "womenAndMen", accounts: 2 });
    const ties = [{ ...tie("x", "JO"), nationalities: ["JO", "SN"] }];
    const short = substitutesFor({ ...asked, ties, seat: 2 });
    expect(short.excluded).toContainEqual({ obstacle: "quorum", accounts: 4 });
    expect(substitutesFor({ ...asked, ties, seat: 3 }).proposed.map(({ userId }) => userId)).toEqual([
      "fi",
      "gh",
    ]);
  });

  it("proposes only panels that meet every rule and keep every quorum, and says why of everybody else", () => {
    const states = fc.constantFrom("GH", "KE", "NP", "FI", null);
    const someone = fc.record({ nationality: states, gender: fc.constantFrom("woman", "man", null) });
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 8 }), fc.integer({ min: 0, max: 3 }), (people, row) => {
        const accounts = people.map(({ nationality, gender }, n) =>
          account(`a${n}`, nationality, gender as "woman" | "man" | null),
        );
        const { proposed, excluded } = substitutesFor({ ...asked, accounts, seat: row });
        for (const { userId, gender, nationality } of proposed) {
          const expertise = { level: "USG", field: "military" } as const;
          const one = { userId, gender, nationality, external: true, chair: row === 0, ...expertise };
          const panel = row < members.length ? members.with(row, one) : [...members, one];
          const broken = checkComposition(panel, POST, DEFAULT_SETTINGS).filter(
            ({ standing }) => standing === "broken",
          );
          expect(broken).toEqual([]);
          const found = proposedConflicts(panel, { ...asked, accounts });
          const ids = panel.map((member) => member.userId);
          expect(judgesLeft(ids, asked.ties, found).some(({ belowQuorum }) => belowQuorum)).toBe(false);
          if (row === 0) expect(found.some((conflict) => conflict.userId === userId)).toBe(false);
        }
        expect(proposed.length + Math.max(0, ...excluded.map((one) => one.accounts))).toBeLessThanOrEqual(
          people.length,
        );
        if (proposed.length < people.length) expect(excluded).not.toEqual([]);
        expect(GENDERS).toEqual(expect.arrayContaining(proposed.map(({ gender }) => gender)));
      }),
    );
  });
});

describe("seatAsked", () => {
  it("takes a row's number and nothing else", () => {
    expect(["0", "6", "7", "-1", "1.5", "", null].map(seatAsked)).toEqual([0, 6, ...Array(5).fill(null)]);
  });
});
