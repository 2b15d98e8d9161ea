import { z } from "zod";
import { leafHash, verifyInclusion } from "./tree.ts";

const hex = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What a person is given for what they submitted: the event as it stands in the record, its place in the tree, the
 * path to the tree's head, and that head. It can be checked without trusting Cadre's database.
 */
export const receiptSchema = z.object({
  version: z.literal(1),
  eventId: z.uuid(),
  /** The event as canonical JSON: what the leaf is the hash of. */
  event: z.string(),
  leafIndex: z.number().int().min(0),
  treeSize: z.number().int().min(1),
  proof: z.array(hex).max(64),
  rootHash: hex,
  sealedAt: z.iso.datetime(),
});

export type Receipt = z.infer<typeof receiptSchema>;

/** Whether the event of a receipt is the one it names, and is proven to stand under the receipt's own tree head. */
export const verifyReceipt = (receipt: Receipt): boolean =>
  idOf(receipt.event) === receipt.eventId &&
  verifyInclusion(
    {
      leaf: leafHash(receipt.event),
      index: receipt.leafIndex,
      size: receipt.treeSize,
      root: receipt.rootHash,
    },
    receipt.proof,
  );

function idOf(event: string): string | null {
  try {
    return z.object({ id: z.string() }).parse(JSON.parse(event)).id;
  } catch {
    return null;
  }
}

/** No receipt is longer: an event of a few kilobytes and a path of 64 hashes. */
export const MAX_RECEIPT_LENGTH = 100_000;
