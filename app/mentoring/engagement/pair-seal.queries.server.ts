import { seal, unseal } from "#app/platform/cipher.server.ts";

/*
 * What only the two of a pair read is encrypted under a key of their engagement's own before it goes into the database:
 * whoever reads a table, a copy or a log finds nothing, and the words of one pair do not open as another's.
 */

const contextOf = (engagementId: string) => `pair:${engagementId}`;

export const sealForPair = (engagementId: string, text: string) => seal(text, contextOf(engagementId));

export const openForPair = (engagementId: string, sealed: string) => unseal(sealed, contextOf(engagementId));

/** A note that one of the pair writes for themselves: not even the other's key opens it. */
export const sealForOne = (engagementId: string, personId: string, text: string) =>
  seal(text, `${contextOf(engagementId)}:${personId}`);

export const openForOne = (engagementId: string, personId: string, sealed: string) =>
  unseal(sealed, `${contextOf(engagementId)}:${personId}`);
