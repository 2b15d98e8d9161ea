import { describe, expect, it } from "vitest";
import { type LetterState, toldOf } from "#app/selection/candidate/told.ts";
import { letterStands, refuseLetter } from "#app/selection/decision/letter.ts";
import { nominationStatus } from "#app/selection/nomination/nomination-status.ts";

const toCandidate = (...states: LetterState[]) =>
  states.map((state) => ({ audience: "candidate" as const, state }));

describe("toldOf", () => {
  it("is all where nobody had to wait, or the letter went out", () => {
    expect(toldOf("candidate", [], false)).toBe("all");
    expect(toldOf("candidate", toCandidate("sent"), false)).toBe("all");
    expect(toldOf("candidate", toCandidate("superseded", "sent"), false)).toBe("all");
  });

  it("is nothing while the first letter waits, or was superseded; an earlier decision while a later one waits", () => {
    expect(toldOf("candidate", toCandidate("awaitingReview"), false)).toBe("nothing");
    expect(toldOf("candidate", toCandidate("superseded"), false)).toBe("nothing");
    expect(toldOf("candidate", toCandidate("sent", "awaitingReview"), false)).toBe("earlier");
  });

  it("is all when the vacancy closed over a superseded letter, since closing tells; not over one that waits", () => {
    expect(toldOf("candidate", toCandidate("superseded"), true)).toBe("all");
    expect(toldOf("candidate", toCandidate("awaitingReview"), true)).toBe("nothing");
  });

  it("reads the state's own letters, and the candidate's where the state has none", () => {
    const both = [...toCandidate("sent"), { audience: "state" as const, state: "awaitingReview" as const }];
    expect(toldOf("state", both, false)).toBe("nothing");
    expect(toldOf("candidate", both, false)).toBe("all");
    expect(toldOf("state", toCandidate("sent"), false)).toBe("all");
  });
});

describe("nominationStatus between a decision and its letter", () => {
  it("says what it said before the decision, of everybody alike", () => {
    for (const state of ["selected", "appointed", "recommended", "suitable", "notRecommended"] as const)
      for (const vacancy of ["decided", "reopened", "closed"] as const) {
        expect(nominationStatus(state, vacancy, "nothing")).toBe(
          nominationStatus(state, "reported", "nothing"),
        );
        expect(nominationStatus(state, vacancy, "nothing")).toBe("inAssessment");
        expect(nominationStatus(state, vacancy, "earlier")).toBe("reconsidered");
      }
    expect(nominationStatus("screenedOut", "decided", "nothing")).toBe("screenedOut");
    expect(nominationStatus("withdrawn", "decided", "nothing")).toBe("withdrawn");
  });
});

describe("letterStands", () => {
  it("as long as the case is as the letter says", () => {
    expect(letterStands("selected", "selected", "decided")).toBe(true);
    expect(letterStands("selected", "appointed", "closed")).toBe(true);
    expect(letterStands("suitable", "recommended", "decided")).toBe(true);
    expect(letterStands("notSelected", "notRecommended", "reopened")).toBe(true);
    expect(letterStands("suitable", "suitable", "closed")).toBe(true);
  });

  it("no longer once the selection was declined, closed over, or the candidate has left", () => {
    expect(letterStands("suitable", "recommended", "reopened")).toBe(false);
    expect(letterStands("selected", "declined", "reopened")).toBe(false);
    expect(letterStands("selected", "selected", "closed")).toBe(false);
    expect(letterStands("suitable", "selected", "decided")).toBe(false);
    expect(letterStands("suitable", "withdrawn", "reopened")).toBe(false);
  });
});

describe("refuseLetter", () => {
  const kept = { state: "awaitingReview" as const, version: 2, stands: true };
  const text = {
    version: 2,
    subject: "Outcome",
    body: "Dear Ama Mensah, you were not selected for the post.",
  };
  it("lets a letter that waits and stands go", () => {
    expect(refuseLetter(kept, text, ["Kofi Boateng", "Yaw Mensah"], ["Ama Mensah"])).toBeNull();
  });

  it("refuses one that was sent, superseded, overtaken or changed meanwhile", () => {
    expect(refuseLetter({ ...kept, state: "sent" }, text, [], [])?.code).toBe("letterSent");
    expect(refuseLetter({ ...kept, state: "superseded" }, text, [], [])?.code).toBe("letterSuperseded");
    expect(refuseLetter({ ...kept, stands: false }, text, [], [])?.code).toBe("letterSuperseded");
    expect(refuseLetter({ ...kept, version: 3 }, text, [], [])?.code).toBe("changedMeanwhile");
  });

  it("refuses another's name beside the field it stands in", () => {
    const named = { ...text, body: `${text.body} Kofi Boateng was.` };
    expect(refuseLetter(kept, named, ["Kofi Boateng", "Ines Prado"], [])).toMatchObject({
      ...{ code: "namesInLetter", field: "body", params: { names: "Kofi Boateng" } },
    });
    const cousin = { ...text, body: `${text.body} Mensah was.` };
    expect(refuseLetter(kept, cousin, ["Yaw Mensah"], ["Ama Mensah"])?.code).toBe("namesInLetter");
    expect(refuseLetter(kept, { ...text, subject: "After Prado" }, ["Ines Prado"], [])).toMatchObject({
      field: "subject",
    });
  });
});
