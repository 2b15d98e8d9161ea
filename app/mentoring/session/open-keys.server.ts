import { newDataKey } from "#app/platform/cipher.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { findKeys, ofAuthor, ofPair } from "./engagement-keys.queries.server.ts";

/** The key of what both read; made when first needed. */
export async function pairKey(tx: Transaction, engagementId: string): Promise<Buffer> {
  await tx.engagementKey.createMany({
    data: [{ engagementId, wrappedKey: newDataKey(ofPair(engagementId)) }],
    skipDuplicates: true,
  });
  return present((await findKeys(tx, engagementId, null)).pair);
}

/**
 * The key of what one of them alone reads: drawn from the pair's and their own, so that it is gone when either is.
 * Made when first needed.
 */
export async function ownKey(tx: Transaction, engagementId: string, personId: string): Promise<Buffer> {
  await pairKey(tx, engagementId);
  // Held until what is sealed with it is written: who has their notes forgotten at that very moment waits, or is first.
  for (let held = 0; held === 0; ) {
    await tx.authorKey.createMany({
      data: [{ engagementId, personId, wrappedKey: newDataKey(ofAuthor(engagementId, personId)) }],
      skipDuplicates: true,
    });
    const rows = await tx.$queryRaw<unknown[]>`select 1 from "AuthorKey"
      where "engagementId" = ${engagementId}::uuid and "personId" = ${personId}::uuid for share`;
    held = rows.length;
  }
  return present((await findKeys(tx, engagementId, personId)).own);
}

function present(key: Buffer | null): Buffer {
  if (!key) throw new Error("the key of an engagement is not there");
  return key;
}
