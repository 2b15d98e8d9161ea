import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "#app/record/canonical.ts";
import { commit, opens } from "#app/record/commitment.ts";
import { type Receipt, receiptSchema, verifyReceipt } from "#app/record/receipt.ts";
import {
  consistencyProof,
  EMPTY_ROOT,
  inclusionProof,
  leafHash,
  nodeHash,
  nodesCompletedBy,
  rootHash,
  verifyConsistency,
  verifyInclusion,
} from "#app/record/tree.ts";

/** A tree grown leaf by leaf, as the sealing does it. */
function grow(leaves: readonly string[]) {
  const nodes = new Map<string, string>();
  const read = (level: number, position: number) => nodes.get(`${level}:${position}`) ?? "missing";
  leaves.forEach((leaf, size) => {
    for (const node of nodesCompletedBy(size, leaf, read))
      nodes.set(`${node.level}:${node.position}`, node.hash);
  });
  return { read, root: rootHash(leaves.length, read) };
}

/** The definition of RFC 9162 §2.1.1, word for word, over all leaves. */
function rootByDefinition(leaves: readonly string[]): string {
  const [only] = leaves;
  if (only === undefined) return createHash("sha256").digest("hex");
  if (leaves.length === 1) return only;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(rootByDefinition(leaves.slice(0, k)), rootByDefinition(leaves.slice(k)));
}

const leavesOf = (count: number) => Array.from({ length: count }, (_, index) => leafHash(`leaf ${index}`));
const sizes = fc.integer({ min: 1, max: 70 });
const flip = (hex: string) => (hex.startsWith("0") ? `1${hex.slice(1)}` : `0${hex.slice(1)}`);

describe("the tree of RFC 9162", () => {
  it("has the reference heads of Certificate Transparency", () => {
    const inputs = [
      "",
      "00",
      "10",
      "2021",
      "3031",
      "40414243",
      "5051525354555657",
      "606162636465666768696a6b6c6d6e6f",
    ];
    const { root } = grow(inputs.map((hex) => leafHash(Buffer.from(hex, "hex"))));
    expect(root).toBe("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    expect(EMPTY_ROOT).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });

  it("grown leaf by leaf has the root of the definition", () => {
    fc.assert(fc.property(sizes, (size) => grow(leavesOf(size)).root === rootByDefinition(leavesOf(size))));
  });

  it("proves every leaf, and no other", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, pick) => {
        const index = pick % size;
        const leaves = leavesOf(size);
        const { read, root } = grow(leaves);
        const proof = inclusionProof(index, size, read);
        const claim = { leaf: leafHash(`leaf ${index}`), index, size, root };
        expect(verifyInclusion(claim, proof)).toBe(true);
        expect(verifyInclusion({ ...claim, leaf: flip(claim.leaf) }, proof)).toBe(false);
        expect(verifyInclusion({ ...claim, root: flip(root) }, proof)).toBe(false);
        expect(verifyInclusion(claim, [...proof, root])).toBe(false);
        proof.forEach((_, at) => {
          const wrong = proof.map((hash, place) => (place === at ? flip(hash) : hash));
          expect(verifyInclusion(claim, wrong)).toBe(false);
        });
      }),
    );
  });

  it("proves every earlier head to be a beginning of the later one", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, pick) => {
        const earlier = 1 + (pick % size);
        const whole = grow(leavesOf(size));
        const older = { size: earlier, root: grow(leavesOf(earlier)).root };
        const newer = { size, root: whole.root };
        const proof = consistencyProof(earlier, size, whole.read);
        expect(verifyConsistency({ older, newer }, proof)).toBe(true);
        expect(verifyConsistency({ older: { ...older, root: flip(older.root) }, newer }, proof)).toBe(false);
        expect(verifyConsistency({ older, newer: { ...newer, root: flip(newer.root) } }, proof)).toBe(false);
      }),
    );
  });

  it("refuses to prove what is not there", () => {
    const { read } = grow(leavesOf(3));
    expect(() => inclusionProof(3, 3, read)).toThrow(RangeError);
    expect(() => consistencyProof(0, 3, read)).toThrow(RangeError);
    expect(() => consistencyProof(4, 3, read)).toThrow(RangeError);
  });
});

describe("a receipt", () => {
  const eventId = "0199b1a0-0000-7000-8000-000000000000";
  const event = canonicalJson({ kind: "sheet.submitted", at: "2026-11-23T10:00:00.000Z", id: eventId });
  const leaves = [leafHash("a"), leafHash(event), leafHash("c")];
  const { read, root } = grow(leaves);
  const receipt: Receipt = {
    version: 1,
    eventId,
    event,
    leafIndex: 1,
    treeSize: 3,
    proof: [...inclusionProof(1, 3, read)],
    rootHash: root,
    sealedAt: "2026-11-23T10:00:02.000Z",
  };

  it("verifies as given, and not when a letter of the event is changed", () => {
    expect(verifyReceipt(receiptSchema.parse(receipt))).toBe(true);
    expect(verifyReceipt({ ...receipt, event: event.replace("submitted", "Submitted") })).toBe(false);
    expect(verifyReceipt({ ...receipt, eventId: "0199b1a0-0000-7000-8000-000000000001" })).toBe(false);
    expect(verifyReceipt({ ...receipt, leafIndex: 0 })).toBe(false);
    expect(verifyReceipt({ ...receipt, treeSize: 2 })).toBe(false);
  });
});

describe("the canonical text", () => {
  it("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        return canonicalJson(reversed) === canonicalJson(value);
      }),
    );
    expect(canonicalJson({ b: 1, a: [1e21, "é"] })).toBe('{"a":[1e+21,"é"],"b":1}');
  });

  it("refuses what JSON cannot say", () => {
    expect(() => canonicalJson(undefined)).toThrow();
    expect(() => canonicalJson({ x: Number.NaN })).toThrow();
  });
});

describe("a commitment", () => {
  const salt = "00112233445566778899aabbccddeeff";
  it("opens to its value with its salt, and to nothing else", () => {
    const commitment = commit(salt, { evidence: "Led the talks." });
    expect(opens(commitment, salt, { evidence: "Led the talks." })).toBe(true);
    expect(opens(commitment, salt, { evidence: "Led the talk." })).toBe(false);
    expect(opens(commitment, flip(salt), { evidence: "Led the talks." })).toBe(false);
  });
});
