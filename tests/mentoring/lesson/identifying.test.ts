import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flagsIn } from "#app/mentoring/lesson/identifying.ts";
import {
  keptOf,
  lessonSchema,
  refuseEarly,
  refuseIdentifying,
  reviewSchema,
} from "#app/mentoring/lesson/lesson.ts";

const KNOWN = {
  people: ["Ama Mensah", "José Núñez"],
  missions: ["MINUSCA", "UNMISS", "United Nations Mission in South Sudan"],
  places: [
    "South Sudan",
    "Sudan",
    "Mali",
    "Côte d’Ivoire",
    "Central African Republic",
    "Venezuela (Bolivarian Republic of)",
    "Bangui",
  ],
};
const found = (text: string) => flagsIn(text, KNOWN).map(({ kind, text: what }) => `${kind}: ${what}`);

describe("what may identify in a lesson", () => {
  it.each([
    ["As Mensah told me, listen first.", ["person: Ama Mensah"]],
    ["NÚÑEZ and I differed.", ["person: José Núñez"]],
    ["Then General Okafor walked out.", ["person: General Okafor"]],
    ["My deputy Jean-Pierre Dubois knew it.", ["person: Jean-Pierre Dubois"]],
    ["At MINUSCA we met weekly.", ["mission: MINUSCA"]],
    ["The united nations mission in south sudan did so.", ["mission: United Nations Mission in South Sudan"]],
    ["In MINUSMA and ONUCI it was so.", ["mission: MINUSMA", "mission: ONUCI"]],
    ["We had to leave Mali within weeks.", ["place: Mali"]],
    ["In South Sudan roads close.", ["place: South Sudan"]],
    ["En Cote d'Ivoire, on attend.", ["place: Côte d’Ivoire"]],
    ["In Venezuela we learned.", ["place: Venezuela"]],
    ["On 12 March 2024 talks broke off.", ["date: 12 March 2024"]],
    ["Depuis le 3 mars, rien.", ["date: 3 mars"]],
    ["It began in May, or 2023-05-01.", ["date: 2023-05-01", "date: in May"]],
    ["In March we left.", ["date: In March"]],
    ["En mars, tout a changé.", ["date: En mars"]],
    ["On the first of May they came.", ["date: first of May"]],
    ["The twenty-third of June was hot.", ["date: twenty-third of June"]],
    ["Le premier mai, rien.", ["date: premier mai"]],
    ["On the 3rd of April it stopped.", ["date: 3rd of April"]],
    ...["Since", "By", "During", "On", "Until", "Last", "Next"].map((word): [string, string[]] => [
      `${word} March nothing moved.`,
      [`date: ${word} March`],
    ]),
    ...["Depuis", "Dès", "Fin", "Début"].map((word): [string, string[]] => [
      `${word} août, on attend.`,
      [`date: ${word} août`],
    ]),
    ["À la mi-juin, on part.", ["date: mi-juin"]],
    ["After 2019 nothing was the same; 03/04/2020 least of all.", ["date: 03/04/2020", "date: 2019"]],
    ["2024年以后一切都变了。", ["date: 2024"]],
    ["منذ ٢٠٢٣ تغير كل شيء", ["date: ٢٠٢٣"]],
  ])("is found: %s", (text, flags) => {
    expect(found(text)).toEqual(flags);
  });

  it.each([
    "The Security Council and the Member States want a Deputy Special Representative who listens.",
    "Ask the Force Commander and the Police Commissioner to brief together, with UNICEF and UNHCR.",
    "We may march on; a republic of 1200 staff is no army, and 15 people may do.",
    "In marches and in talks, you may wait. On may be built; last may come first.",
    "March with them. May I ask? The first march is the hardest, the first may fail.",
    "In Marchand’s way of working. Marchez en marge, dès maintenant.",
    "Never sign before you have read it. The Rule of Law section knows why.",
    "",
  ])("is not seen where nothing identifies: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("says each once, and never leaves out a known name that stands in the text", () => {
    const parts = fc.array(
      fc.constantFrom("we met", "Ama Mensah", "in MINUSCA", "Mali", "2021", "and then", "."),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(parts, (words) => {
        const text = words.join(" ");
        const flags = flagsIn(text, KNOWN);
        expect(new Set(flags.map(({ kind, text: what }) => `${kind} ${what}`)).size).toBe(flags.length);
        for (const [what, kind] of [
          ["Ama Mensah", "person"],
          ["MINUSCA", "mission"],
          ["Mali", "place"],
          ["2021", "date"],
        ]) {
          expect(flags.some((flag) => flag.kind === kind && flag.text.includes(what ?? ""))).toBe(
            text.includes(what ?? ""),
          );
        }
      }),
    );
  });
});

describe("a lesson's form", () => {
  const flags = flagsIn("Mensah in Mali", KNOWN);

  it("is refused while anything flagged has no reason of ten characters", () => {
    expect(refuseIdentifying(flags, [])).toMatchObject({
      code: "lessonIdentifies",
      field: "text",
      params: { found: "Ama Mensah, Mali" },
    });
    const short = [{ found: "Ama Mensah", reason: "no matter" }];
    expect(refuseIdentifying(flags, short)?.params.found).toBe("Ama Mensah, Mali");
    const one = [{ found: "Mali", reason: "It is about another Mali." }];
    expect(refuseIdentifying(flags, one)?.params.found).toBe("Ama Mensah");
    const both = [...one, { found: "Ama Mensah", reason: "A street of that name." }];
    expect(refuseIdentifying(flags, both)).toBeNull();
    expect(
      keptOf(flags, [...both, { found: "2020", reason: "No longer in the text." }]).map(({ text }) => text),
    ).toEqual(["Ama Mensah", "Mali"]);
  });

  it("asks for a title, a text and one to four mandate tasks", () => {
    const good = {
      title: "Listen first",
      text: "x".repeat(80),
      roleKindCode: "srsg",
      mandateTasks: ["elections"],
    };
    expect(lessonSchema.safeParse(good).success).toBe(true);
    for (const wrong of [{ title: "x" }, { text: "short" }, { mandateTasks: [] }, { mandateTasks: ["war"] }])
      expect(lessonSchema.safeParse({ ...good, ...wrong }).success).toBe(false);
  });

  it("waits for a first session, unless the pair has ended", () => {
    expect(refuseEarly({ state: "active", heldSessions: 0 })?.code).toBe("lessonTooEarly");
    expect(refuseEarly({ state: "active", heldSessions: 1 })).toBeNull();
    expect(refuseEarly({ state: "ended", heldSessions: 0 })).toBeNull();
  });
});

it("a review that does not publish says why", () => {
  const review = { version: 0, note: "" };
  expect(reviewSchema.safeParse({ ...review, decision: "publish" }).success).toBe(true);
  for (const decision of ["askChanges", "decline"]) {
    expect(reviewSchema.safeParse({ ...review, decision }).success).toBe(false);
    expect(reviewSchema.safeParse({ ...review, decision, note: "It names a mission." }).success).toBe(true);
  }
});
