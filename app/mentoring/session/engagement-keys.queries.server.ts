import { openDataKey } from "#app/platform/cipher.server.ts";
import type { Reader } from "#app/platform/database.server.ts";

/** What the key of a pair is sealed for. */
export const ofPair = (engagementId: string) => `engagement:${engagementId}`;
/** What the key of one of them is sealed for. */
export const ofAuthor = (engagementId: string, personId: string) => `author:${engagementId}:${personId}`;

/** What opens what a pair wrote: the key of both, and that of one of them; null where nothing was written under it. */
export interface Keys {
  readonly pair: Buffer | null;
  readonly own: Buffer | null;
}

/** The keys there are, for reading. */
export async function findKeys(reader: Reader, engagementId: string, personId: string | null): Promise<Keys> {
  const [pair, own] = await Promise.all([
    reader.engagementKey.findUnique({ where: { engagementId } }),
    personId === null
      ? null
      : reader.authorKey.findUnique({ where: { engagementId_personId: { engagementId, personId } } }),
  ]);
  const shared = pair && { key: pair.wrappedKey, context: ofPair(engagementId) };
  return {
    pair: shared && openDataKey(shared),
    own:
      shared && own
        ? openDataKey(shared, { key: own.wrappedKey, context: ofAuthor(engagementId, own.personId) })
        : null,
  };
}
