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

/** A story that waits for its next day. */
interface Waiting {
  readonly day: number;
  readonly go: () => void;
}

const waiting: Waiting[] = [];
/** How many stories are being told this very moment; when none is, the one whose day is next goes on. */
let telling = 1;
let clock = 0;

/**
 * Runs `work` as if it were so many days from today. Stories told side by side take turns by their days, so that
 * the year is lived once and in its order: what the record holds later was also done later, and nothing after now.
 */
export async function onDay<T>(days: number, work: () => Promise<T>): Promise<T> {
  await new Promise<void>((go) => {
    const later = waiting.findIndex(({ day }) => day > days);
    waiting.splice(later < 0 ? waiting.length : later, 0, { day: days, go });
    rest();
  });
  const pause = (20 + chance.nextBelow(60)) * 1000;
  clock = Math.min(Math.max(hourOn(days, 8).getTime(), clock) + pause, Date.now());
  return at(new Date(clock), work);
}

/** Tells several stories side by side, each as its days come. */
export async function sideBySide<T>(stories: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
  if (stories.length === 0) return [];
  let left = stories.length;
  telling += left - 1;
  return await Promise.all(
    stories.map(async (story) => {
      const end = await story();
      left -= 1;
      if (left > 0) rest();
      return end;
    }),
  );
}

function rest(): void {
  telling -= 1;
  if (telling > 0) return;
  telling += 1;
  waiting.shift()?.go();
}

/** That day at a full hour, UTC. */
export function hourOn(days: number, hour: number): Date {
  const moment = new Date(TODAY.getTime() + days * DAY);
  moment.setUTCHours(hour, 0, 0, 0);
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
