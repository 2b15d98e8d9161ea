import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Gender } from "#app/gender/counts.ts";
import { inSections, shortlistFits, shortlistSchema } from "#app/selection/interview/shortlist.ts";
import { PHASE_RIGHTS } from "#app/selection/panel/phase.ts";
import { checkFinding } from "#app/selection/report/finding.ts";

const ID = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const judged = (genders: readonly Gender[]) => genders.map((gender, n) => ({ candidacyId: ID(n), gender }));
const out = (...places: readonly number[]) =>
  places.map((n) => ({ candidacyId: ID(n), reason: "No command above a battalion." }));
const code = (answer: ReturnType<typeof shortlistFits>) => (answer.ok ? "ok" : answer.refusal.code);
const compared = { phase: "compared", passedOver: [], belowQuorum: [], notHeld: [] } as const;
const WHY = "No man was judged satisfactory on the file.";

describe("whom a panel interviews", () => {
  it("is whoever is ticked, and the others have each their reason", () => {
    const form = (rows: readonly Readonly<Record<string, string>>[]) => ({ version: "0", rows });
    const kept = shortlistSchema.parse(
      form([
        { candidacyId: ID(0), invited: "on", reason: "" },
        { candidacyId: ID(1), reason: "No command above a battalion." },
      ]),
    );
    expect(kept.passedOver).toEqual(out(1));
    const bare = shortlistSchema.safeParse(form([{ candidacyId: ID(1), reason: "short" }]));
    expect(bare.error?.issues.map(({ path }) => path.join("."))).toEqual(["rows.0.reason"]);
  });

  it("takes one reason for all who have none of their own, and says beside its field where that is too short", () => {
    const rows = [{ candidacyId: ID(0) }, { candidacyId: ID(1), reason: "No command above a battalion." }];
    const parse = (commonReason: string) => shortlistSchema.safeParse({ version: "0", rows, commonReason });
    const problems = (commonReason: string) =>
      parse(commonReason).error?.issues.map(({ path }) => path.join("."));
    const common = "The file shows no post in the field.";
    expect(parse(common).data?.passedOver.map(({ reason }) => reason)).toEqual([
      common,
      "No command above a battalion.",
    ]);
    expect(problems("")).toEqual(["rows.0.reason"]);
    expect(problems("short")).toEqual(["commonReason"]);
  });

  it("is chosen in sections of which every candidacy stands in one", () => {
    fc.assert(
      fc.property(fc.nat(300), (count) => {
        const lines = Array.from({ length: count }, (_, n) => n);
        const sections = inSections(lines);
        expect(sections.flatMap((one) => one.lines)).toEqual(lines);
        for (const { from, lines: own } of sections) expect(own[0]).toBe(from);
        expect(Math.max(0, ...sections.map((one) => one.lines.length))).toBeLessThanOrEqual(25);
      }),
    );
  });

  it("has somebody on it, a woman and a man among three or more, and nobody who is not judged here", () => {
    const four = { ...compared, judged: judged(["woman", "woman", "woman", "man"]) };
    expect(code(shortlistFits({ passedOver: out(0), balanceReason: "" }, four))).toBe("ok");
    expect(code(shortlistFits({ passedOver: out(3), balanceReason: "" }, four))).toBe("balanceReasonMissing");
    expect(code(shortlistFits({ passedOver: out(3), balanceReason: WHY }, four))).toBe("ok");
    expect(code(shortlistFits({ passedOver: out(2, 3), balanceReason: "" }, four))).toBe("ok");
    expect(code(shortlistFits({ passedOver: out(0, 1, 2, 3), balanceReason: WHY }, four))).toBe(
      "nobodyInvited",
    );
    expect(code(shortlistFits({ passedOver: out(7), balanceReason: "" }, four))).toBe(
      "panelChangedMeanwhile",
    );
  });

  it("changes during the interviews only by who has too few judges left or was not heard", () => {
    const four = judged(["woman", "woman", "man", "man"]);
    const open = {
      ...({ phase: "interview", judged: four, passedOver: [ID(0)] } as const),
      ...{ belowQuorum: [ID(1)], notHeld: [ID(3)] },
    } as const;
    const answer = (...places: readonly number[]) =>
      code(shortlistFits({ passedOver: out(...places), balanceReason: WHY }, open));
    expect(answer(0)).toBe("ok");
    expect(answer(0, 1)).toBe("ok");
    expect(answer(0, 3)).toBe("ok");
    expect(answer(0, 1, 3)).toBe("ok");
    expect(answer(0, 2)).toBe("shortlistFixed");
    expect(answer(1)).toBe("shortlistFixed");
  });

  it("never loses a woman or a man from among three without a reason", () => {
    const gender = fc.constantFrom<Gender>("woman", "man", "another", "notStated");
    fc.assert(
      fc.property(fc.array(gender, { minLength: 1, maxLength: 9 }), fc.nat(511), (genders, mask) => {
        const passedOver = genders.flatMap((_, n) => (mask & (1 << n) ? out(n) : []));
        const heard = genders.filter((_, n) => !(mask & (1 << n)));
        const answer = shortlistFits(
          { passedOver, balanceReason: "" },
          { ...compared, judged: judged(genders) },
        );
        const balanced = heard.length < 3 || (heard.includes("woman") && heard.includes("man"));
        expect(answer.ok).toBe(heard.length > 0 && balanced);
      }),
    );
  });

  it("can be set in no phase in which its interviews are revealed", () => {
    expect(PHASE_RIGHTS.revealed.scores).toBeNull();
    expect(PHASE_RIGHTS.revealed.arranges).toBe(false);
  });
});

describe("a finding on who was not interviewed", () => {
  const criteria = [{ id: "x", group: "merit", minimumLevel: null, marks: [3, 3] }] as const;
  const found = {
    criterionId: "x",
    level: 3,
    notObserved: false,
    text: "Borne out by the file.",
    reason: "",
  };
  const answer = (
    outcome: "recommended" | "suitable",
    reason: "fitsMission" | "notShortlisted",
    invited: boolean,
  ) => {
    const checked = checkFinding(
      { criteria: [found], outcome, reasonCodes: [reason] },
      { levels: 4, criteria, invited },
    );
    return checked.ok ? "ok" : checked.refusal.code;
  };
  it("recommends nobody, and has a reason of its own that nobody else's has", () => {
    expect(answer("recommended", "fitsMission", true)).toBe("ok");
    expect(answer("recommended", "fitsMission", false)).toBe("notHeard");
    expect(answer("suitable", "notShortlisted", false)).toBe("ok");
    expect(answer("suitable", "notShortlisted", true)).toBe("findingReasonUnfounded");
  });
});
