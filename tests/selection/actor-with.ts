import type { Actor, Role } from "#app/access/actor.ts";

/** An account wearing a role, for tests of pure rules. */
export const actorWith = (role: Role, userId: string, changes: Partial<Actor> = {}): Actor => ({
  userId,
  personId: null,
  name: userId,
  role,
  stateCode: null,
  roles: [{ role, stateCode: null }],
  locale: "en",
  timeZone: "UTC",
  ...changes,
});
