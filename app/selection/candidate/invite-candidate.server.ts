import type { Transaction } from "#app/platform/database.server.ts";
import { inviteCandidates } from "./invite-candidates.server.ts";

/** Asks a nominee by mail to consent and to complete the file; the link is theirs alone and only its hash is kept. */
export const inviteCandidate = (
  tx: Transaction,
  { candidacyId }: { readonly candidacyId: string },
): Promise<void> => inviteCandidates(tx, [candidacyId]);
