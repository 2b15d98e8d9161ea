import type { Actor } from "#app/access/actor.ts";
import { keepCompact, openCompact } from "#app/cadre/keep-compact.server.ts";
import { database } from "#app/platform/database.server.ts";
import type { Cast } from "./cast.ts";
import { dayOn, onDay, told } from "./stage.ts";

const LEADERS = 3;
const WORDS = {
  leader:
    "Invented for the demonstration: two posts fall vacant within the year; states were asked for women.",
  supervisor: "Invented for the demonstration: agreed that the lists for both posts are looked at together.",
} as const;

/** The last year whose end could be spoken of by a day, and the day on which that was done: no later than in December. */
function lastYearSpokenOf(day: string) {
  const year = Number(day.slice(0, 4));
  return day >= `${year}-10-01` ? { year, heldOn: day } : { year: year - 1, heldOn: `${year - 1}-12-15` };
}

/** Some leaders have a compact for the year; the first has signed, the second has spoken at mid-year. */
export async function keepCompacts({ officer, decisionMaker }: Cast) {
  const day = new Date(dayOn(0));
  const { year, heldOn: ended } = lastYearSpokenOf(dayOn(-45));
  const heldOn = { midYear: `${year}-06-30`, endYear: ended };
  const appointments = await onDay(-60, () =>
    database().appointment.findMany({
      where: { startsOn: { lte: new Date(heldOn.midYear) }, endsOn: { gte: day }, acting: false },
      orderBy: [{ post: { mission: { acronym: "asc" } } }, { post: { roleKindCode: "asc" } }],
      take: LEADERS,
      select: { id: true, person: { select: { id: true, userId: true, givenName: true } } },
    }),
  );
  for (const [n, { id: appointmentId, person }] of appointments.entries()) {
    const order = { appointmentId, year, supervisorId: decisionMaker.userId ?? "" };
    const { compactId } = told(await onDay(-50, () => openCompact(officer, order)));
    const leader: Actor = {
      ...{ userId: person.userId, personId: person.id, name: person.givenName, role: "mentee" },
      ...{ stateCode: null, roles: [{ role: "mentee", stateCode: null }], locale: "en", timeZone: "UTC" },
    };
    const sides = { leader, supervisor: decisionMaker };
    const both = ["leader", "supervisor"] as const;
    const noted = n === 0 ? (["midYear", "endYear"] as const) : n === 1 ? (["midYear"] as const) : [];
    for (const [version, moment] of noted.entries())
      for (const side of both) {
        const note = { intent: "note", version, moment, heldOn: heldOn[moment], text: WORDS[side] } as const;
        told(await onDay(-40, () => keepCompact(sides[side], compactId, note)));
      }
    if (n === 0)
      for (const side of both)
        told(await onDay(-30, () => keepCompact(sides[side], compactId, { intent: "sign", version: 4 })));
  }
}
