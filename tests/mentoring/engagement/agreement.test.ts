import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Agreement,
  agreementSchema,
  changeOfGoals,
  MARKS,
  marksFor,
  sameAgreement,
} from "#app/mentoring/engagement/agreement.ts";

const posted = (changes: Record<string, unknown> = {}) => ({
  goal1: "Build the team",
  cadence: "usual",
  minutes: "75",
  channel: "video",
  version: "1",
  revision: "0",
  ...changes,
});
const codes = (changes: Record<string, unknown>) =>
  agreementSchema
    .safeParse(posted(changes))
    .error?.issues.map(({ path, message, code }) => [path.join("."), code === "custom" ? message : code]);

describe("agreementSchema", () => {
  it("keeps the goals that say something, in their order", () => {
    expect(agreementSchema.parse(posted({ goal3: " Meet the host " }))).toEqual({
      version: 1,
      revision: 0,
      agreement: {
        goals: ["Build the team", "Meet the host"],
        ...{ cadence: "usual", minutes: 75, channel: "video", confidentiality: "", offLimits: "" },
      },
    });
  });

  it("asks for one goal at least, none of them twice, and a length the programme knows", () => {
    expect(codes({ goal1: "  " })).toEqual([["goal1", "too_small"]]);
    expect(codes({ goal4: "Build the team" })).toEqual([["goal4", "goalTwice"]]);
    expect(codes({ minutes: "10" })).toEqual([["minutes", "too_small"]]);
    expect(codes({ cadence: "daily" })).toEqual([["cadence", "invalid_value"]]);
  });
});

const mark = fc.constantFrom(...MARKS);

describe("marksFor", () => {
  it("gives as many marks as there are goals, or names the first goal without one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(mark, { nil: undefined }), { maxLength: 5 }),
        fc.nat(5),
        (marks, goals) => {
          const answer = marksFor(goals, marks);
          if (answer.missing === null) {
            expect(answer.marks).toEqual(marks.slice(0, goals));
            expect(answer.marks).toHaveLength(goals);
          } else {
            expect(answer.missing).toBeLessThanOrEqual(goals);
            expect(marks[answer.missing - 1]).toBeUndefined();
            expect(marks.slice(0, answer.missing - 1)).not.toContain(undefined);
          }
        },
      ),
    );
  });
});

describe("changeOfGoals", () => {
  it("keeps what stays, retires what is left out and adds what is new: the pair then has what was agreed", () => {
    const words = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 5 });
    fc.assert(
      fc.property(words, words, (before, agreed) => {
        const known = before.map((text, place) => ({ id: String(place), text }));
        const { retired, added } = changeOfGoals(known, agreed);
        const kept = known.filter(({ id }) => !retired.includes(id)).map(({ text }) => text);
        expect([...kept, ...added].toSorted()).toEqual(agreed.toSorted());
      }),
    );
  });
});

it("two texts are the same where every part is", () => {
  const one: Agreement = {
    goals: ["A", "B"],
    ...{ cadence: "usual", minutes: 60, channel: "video", confidentiality: "", offLimits: "" },
  };
  expect(sameAgreement(one, { ...one, goals: ["A", "B"] })).toBe(true);
  const changes: readonly Partial<Agreement>[] = [
    { goals: ["B", "A"] },
    { goals: ["A"] },
    { cadence: "monthly" },
    { minutes: 61 },
    { channel: "telephone" },
    { confidentiality: "x" },
    { offLimits: "x" },
  ];
  for (const change of changes) expect(sameAgreement(one, { ...one, ...change })).toBe(false);
});
