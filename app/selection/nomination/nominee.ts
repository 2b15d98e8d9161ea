import type { Actor } from "#app/access/actor.ts";

/**
 * The nominee who holds an e-mailed link, without having signed in: the link is the only key there is to it. They act
 * for their own person and nothing else.
 */
export const nomineeOf = (
  { personId, name }: { readonly personId: string; readonly name: string },
  locale: string,
): Actor => ({
  userId: null,
  personId,
  name,
  role: "candidate",
  stateCode: null,
  roles: [],
  locale,
  timeZone: "UTC",
});
