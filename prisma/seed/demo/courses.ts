import type { Actor } from "#app/access/actor.ts";
import type { CourseEntry } from "#app/cadre/course.ts";
import { recordAttendance } from "#app/cadre/decide-seat.server.ts";
import { addCourse } from "#app/cadre/keep-course.server.ts";
import { addDevelopment, changeDevelopment } from "#app/cadre/keep-development.server.ts";
import { nominateByState } from "#app/cadre/nominate-to-course.server.ts";
import { database } from "#app/platform/database.server.ts";
import type { Cast } from "./cast.ts";
import { DEMO_STATES, inventedPerson } from "./people.ts";
import { dayOn, onDay, sideBySide, told } from "./stage.ts";

const REASON = "Invented for the demonstration: is to lead a component of a mission within two years.";

/** A course that is invented; its title says what kind it is of. */
const course = (startsIn: number, changes: Partial<CourseEntry>): CourseEntry => ({
  title: "Senior Mission Leaders Course",
  host: "Example Peace Operations Centre",
  hostCode: "GH",
  venue: "Accra",
  languageCode: "en",
  level: "heads",
  startsOn: dayOn(startsIn),
  endsOn: dayOn(startsIn + 11),
  closesOn: dayOn(startsIn - 30),
  seats: 6,
  womenPercent: 40,
  source: "",
  ...changes,
});

/** A course that was held, one that takes nominations and has a waiting list, and one that nobody has asked for yet. */
export const holdCourses = (cast: Cast) =>
  sideBySide<unknown>([
    () => held(cast),
    () => enter(cast, course(75, {}), -20, 8, 900),
    () =>
      enter(
        cast,
        course(140, {
          ...{ title: "Cours pour chefs de composante", host: "Centre exemple de formation", venue: "Dakar" },
          ...{ hostCode: "SN", languageCode: "fr", level: "components", seats: 20, womenPercent: 50 },
        }),
        -10,
        0,
        930,
      ),
  ]);

async function enter(cast: Cast, entry: CourseEntry, day: number, nominees: number, from: number) {
  const { courseId } = told(await onDay(day, () => addCourse(cast.officer, entry)));
  const nominated: string[] = [];
  for (let n = 0; n < nominees; n += 1) {
    const code = DEMO_STATES[n] ?? "GH";
    const focalPoint = cast.focalPoints.get(code);
    if (!focalPoint) throw new Error(`The demo has no focal point of ${code}`);
    const gender = n % 3 === 2 ? "woman" : "man";
    const nominee = { ...inventedPerson(from + n, gender), nationality: code, reason: REASON };
    nominated.push(
      told(await onDay(day + 1 + n, () => nominateByState(focalPoint, { courseId, nominee }))).nominationId,
    );
  }
  return nominated;
}

async function held(cast: Cast) {
  const all = await enter(cast, course(-60, { venue: "Accra" }), -120, 6, 910);
  const seated = await database().courseNomination.findMany({
    where: { id: { in: all }, state: "seated" },
    orderBy: { nominatedAt: "asc" },
    select: { id: true, version: true },
  });
  for (const [n, { id: nominationId, version }] of seated.entries()) {
    const attendance = n === 1 ? "attended" : "completed";
    told(await onDay(-48, () => recordAttendance(cast.officer, { nominationId, attendance, version })));
  }
}

/** A member keeps a plan together with the secretariat. */
export async function keepPlans(officer: Actor, member: Actor, membershipId: string) {
  const add = (item: Parameters<typeof addDevelopment>[1]["item"]) =>
    addDevelopment(member, { membershipId, item });
  const { itemId } = told(
    await onDay(-100, () =>
      add({
        kind: "shadowing",
        aim: "Two weeks beside a head of mission during a drawdown",
        dueOn: dayOn(-20),
      }),
    ),
  );
  told(await onDay(-90, () => add({ kind: "language", aim: "French to working level", dueOn: dayOn(120) })));
  const evidence = "Invented for the demonstration: report of the head of mission on file.";
  const progress = { itemId, version: 0, state: "done", dueOn: dayOn(-20), evidence } as const;
  told(await onDay(-15, () => changeDevelopment(officer, progress)));
}
