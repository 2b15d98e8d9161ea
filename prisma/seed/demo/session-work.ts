import type { Actor } from "#app/access/actor.ts";
import { addAction, markAction } from "#app/mentoring/session/keep-action.server.ts";
import { keepAgenda } from "#app/mentoring/session/keep-agenda.server.ts";
import { keepNote } from "#app/mentoring/session/keep-note.server.ts";
import { offerSlots } from "#app/mentoring/session/offer-slots.server.ts";
import { planSeries } from "#app/mentoring/session/plan-series.server.ts";
import { readActions } from "#app/mentoring/session/shared-action.queries.server.ts";
import { dayOn, hourOn, onDay, told } from "./stage.ts";

interface Pair {
  readonly engagementId: string;
  readonly mentor: Actor;
  readonly mentee: Actor;
}

/** What a pair wrote around its first session: an agenda, notes of each kind, what they agreed to do. */
export async function writeUp({ engagementId, mentor, mentee }: Pair, sessionId: string, day: number) {
  const agenda = "What the first weeks brought\nWho is not yet listened to\nWhen we meet next";
  const note = (kind: "mine" | "ours" | "programme", body: string) => ({
    sessionId,
    note: { kind, version: 0, body },
  });
  const write = async (actor: Actor, kind: "mine" | "ours" | "programme", body: string) =>
    told(await onDay(day + 2, () => keepNote(actor, note(kind, body))));
  told(await onDay(day + 1, () => keepAgenda(mentee, { sessionId, version: 0, agenda })));
  await write(mentee, "mine", "Ask myself before each meeting whom I have not heard.");
  await write(mentee, "ours", "We begin with the deputies, and come back to the host government in spring.");
  await write(mentor, "programme", "A call of ninety minutes suits a first session better than sixty.");
  const actions = [
    { text: "Speak with each head of field office alone", owner: "mentee" as const, dueOn: dayOn(day + 30) },
    { text: "Send the paper on transitions", owner: "mentor" as const, dueOn: dayOn(9) },
  ];
  for (const action of actions) told(await onDay(day + 2, () => addAction(mentee, { engagementId, action })));
  const read = await readActions(mentee, engagementId);
  const actionId = read?.actions[0]?.id ?? "";
  told(await onDay(day + 20, () => markAction(mentee, { engagementId, actionId, done: true })));
}

/** How a pair plans what is to come: one has times to choose from, another a series. */
export async function planTogether({ engagementId, mentor, mentee }: Pair, n: number) {
  const meeting = { durationMinutes: 60, channel: "video" as const };
  if (n === 0) {
    const slots = [
      { startsAt: hourOn(5, 9), field: "slot1" as const },
      { startsAt: hourOn(6, 14), field: "slot2" as const },
      { startsAt: hourOn(8, 17), field: "slot3" as const },
    ];
    told(await onDay(-1, () => offerSlots(mentor, { engagementId, offer: { slots, ...meeting } })));
  }
  if (n === 3) {
    const rhythm = { everyMonths: 2 as const, nth: 2 as const, weekday: 3 as const, from: dayOn(3) };
    const series = { ...rhythm, localTime: "06:30", timeZone: "Africa/Nairobi", ...meeting };
    told(await onDay(-1, () => planSeries(mentee, { engagementId, series })));
  }
}
