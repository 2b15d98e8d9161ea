import { seal, unseal } from "#app/platform/cipher.server.ts";

/* What is written about a concern is encrypted under a key of its own: two people read it. */

const contextOf = (concernId: string) => `concern:${concernId}`;

export const sealForConcern = (concernId: string, text: string) => seal(text, contextOf(concernId));

export const openConcern = (concernId: string, sealed: string) => unseal(sealed, contextOf(concernId));
