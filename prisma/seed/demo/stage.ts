import type { Actor, Role } from "#app/access/actor.ts";
import { createAccount } from "#app/access/create-account.server.ts";
import type { Result } from "#app/access/result.ts";
import { at } from "#app/platform/clock.server.ts";
import { createGenerator } from "#app/statistics/generator.ts";

/** The demonstration is told anew from this seed: the same people do the same things. */
const SEED = 2016;

const DAY = 86_400_000;
const TODAY = new Date();

/** Chance, the same at every telling. */
export const chance = createGenerator(SEED);

/** Runs `work` as if it were so many days from today, at ten in the morning (UTC) or so. */
export const onDay = <T>(days: number, work: () => Promise<T>): Promise<T> => at(momentOf(days), work);

/** That moment; minutes differ, so that a list has an order. */
export function momentOf(days: number): Date {
  const moment = new Date(TODAY.getTime() + days * DAY);
  moment.setUTCHours(10, chance.nextBelow(60), chance.nextBelow(60), 0);
  return moment;
}

/** That day as an ISO date. */
export const dayOn = (days: number): string =>
  new Date(TODAY.getTime() + days * DAY).toISOString().slice(0, 10);

/** What a use case of the demonstration answered; a refusal ends the telling, for the story has a hole. */
export function told<T>(answer: Result<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(`The demo was refused: ${answer.refusal.code} ${JSON.stringify(answer.refusal.params)}`);
}

/** Opens an invented official's account, who then wears its first role. */
export async function openOfficial(
  name: string,
  roles: readonly Role[],
  stateCode: string | null = null,
): Promise<Actor> {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@demo.cadre.example`;
  const held = roles.map((role) => ({ role, stateCode: role === "focalPoint" ? stateCode : null }));
  const { userId } = told(await createAccount(null, { name, email, roles: held, demo: true }));
  const [first] = held;
  if (!first) throw new Error(`${name} holds no role`);
  return { userId, personId: null, name, ...first, roles: held, locale: "en", timeZone: "UTC" };
}
