import type { Actor, Role } from "#app/access/actor.ts";
import { createAccount } from "#app/access/create-account.server.ts";
import { proposeMember } from "#app/cadre/propose-member.server.ts";
import { settle } from "#app/platform/background.server.ts";
import { disconnectDatabase } from "#app/platform/database.server.ts";
import { DEMO_MEMBERS, DEMO_OFFICIALS } from "./demo/people.ts";

/** Opens an invented official's account and gives back the actor who wears its first role. */
async function open(official: (typeof DEMO_OFFICIALS)[number]): Promise<Actor> {
  const roles = official.roles.map((role: Role) => ({
    role,
    stateCode: role === "focalPoint" ? "GH" : null,
  }));
  const opened = await createAccount(null, { name: official.name, email: official.email, roles, demo: true });
  if (!opened.ok) throw new Error(`The demo's ${official.name}: ${opened.refusal.code}`);
  const [first] = roles;
  if (!first) throw new Error(`${official.name} holds no role`);
  return {
    userId: opened.value.userId,
    personId: null,
    name: official.name,
    ...first,
    roles,
    locale: "en",
    timeZone: "UTC",
  };
}

const actors: Actor[] = [];
for (const official of DEMO_OFFICIALS) actors.push(await open(official));
const officer = actors.find(({ role }) => role === "secretariat");
if (!officer) throw new Error("The demo has no secretariat officer");
for (const member of DEMO_MEMBERS) {
  const proposed = await proposeMember(officer, member);
  if (!proposed.ok) throw new Error(`The demo's ${member.familyName}: ${proposed.refusal.code}`);
}
await settle();
await disconnectDatabase();
