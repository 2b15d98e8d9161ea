import { describe, expect, it } from "vitest";
import { canonicalJson } from "#app/record/canonical.ts";
import { eventContent } from "#app/record/event-content.ts";
import { verifyReceipt } from "#app/record/receipt.ts";
import { leafHash } from "#app/record/tree.ts";

const event = (content: object) => canonicalJson({ v: 1, id: "1", ...content });

describe("what an event says", () => {
  it("is its facts as text, and its commitments", () => {
    const facts = { count: 3, early: true, languages: ["en", "fr"], reason: null, state: "GH" };
    expect(eventContent(event({ facts, committed: { statement: "ab" } }))).toEqual({
      facts: [
        { name: "count", value: "3" },
        { name: "early", value: "true" },
        { name: "languages", value: "en, fr" },
        { name: "reason", value: null },
        { name: "state", value: "GH" },
      ],
      committed: [{ field: "statement", commitment: "ab" }],
    });
  });

  it("is refused of a text that is no event", () => {
    for (const text of ["", "{}", event({ facts: { deep: { er: 1 } }, committed: {} })]) {
      expect(() => eventContent(text)).toThrow();
    }
  });
});

describe("a receipt of one event alone", () => {
  const text = event({ facts: {}, committed: {} });
  const receipt = {
    version: 1 as const,
    eventId: "1",
    event: text,
    leafIndex: 0,
    treeSize: 1,
    proof: [],
    rootHash: leafHash(text),
    sealedAt: "2026-11-23T00:00:00.000Z",
  };

  it("is proven by its own hash, and only for the event that it names", () => {
    expect(verifyReceipt(receipt)).toBe(true);
    expect(verifyReceipt({ ...receipt, eventId: "2" })).toBe(false);
    expect(verifyReceipt({ ...receipt, event: "[]", rootHash: leafHash("[]") })).toBe(false);
  });
});
