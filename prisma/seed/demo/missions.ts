import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { addPost } from "#app/selection/needs/add-post.server.ts";
import { enterIncumbent } from "#app/selection/needs/enter-incumbent.server.ts";
import { setNeeds } from "#app/selection/needs/set-needs.server.ts";
import { DEFAULT_CRITERIA } from "#app/selection/rubric/default-rubric.ts";
import { DEMO_STATES, inventedPerson } from "./people.ts";
import { chance, dayOn, onDay, told } from "./stage.ts";

type PostPlan = readonly [
  roleKindCode: string,
  level: string,
  /** Last day, in days from today; null: nobody. */ endsIn: number | null,
];

/**
 * Missions of today with their leadership posts, and when each holder's term ends. UNIFIL, UNDOF and UNISFA have no
 * Special Representative: the Force Commander is Head of Mission too.
 */
const PLAN: Readonly<Record<string, readonly PostPlan[]>> = {
  MINUSCA: [
    ["srsg", "USG", 150],
    ["forceCommander", "ASG", null],
    ["policeCommissioner", "D-2", 420],
  ],
  MONUSCO: [
    ["srsg", "USG", null],
    ["dsrsgPolitical", "ASG", 300],
    ["forceCommander", "ASG", 90],
  ],
  UNMISS: [
    ["srsg", "USG", 500],
    ["dsrsgRcHc", "ASG", null],
    ["forceCommander", "ASG", 210],
  ],
  UNIFIL: [
    ["forceCommander", "ASG", 260],
    ["deputyForceCommander", "D-1", 330],
  ],
  UNDOF: [["forceCommander", "D-2", null]],
  UNFICYP: [
    ["srsg", "ASG", 400],
    ["forceCommander", "D-2", 180],
  ],
  UNISFA: [["forceCommander", "ASG", 120]],
  MINURSO: [
    ["srsg", "ASG", 240],
    ["forceCommander", "D-2", 600],
  ],
  UNMIK: [["srsg", "ASG", null]],
  UNAMA: [
    ["headOfSpm", "USG", 365],
    ["dsrsgPolitical", "ASG", 190],
  ],
  UNSMIL: [["headOfSpm", "USG", 280]],
  UNOWAS: [["headOfSpm", "USG", 700]],
};

/** A leader in post who was offered a mentor. */
export interface Leader {
  readonly personId: string;
}

/** Posts of twelve missions with who holds them; the posts by mission and role kind. */
export async function fillMissions(officer: Actor) {
  const posts = new Map<string, string>();
  const held: { readonly postId: string; readonly endsIn: number }[] = [];
  for (const [acronym, plan] of Object.entries(PLAN)) {
    const mission = await database().mission.findUniqueOrThrow({ where: { acronym } });
    for (const [roleKindCode, level, endsIn] of plan) {
      const order = { missionId: mission.id, roleKindCode, level };
      const { postId } = told(await onDay(-365, () => addPost(officer, order)));
      posts.set(`${acronym} ${roleKindCode}`, postId);
      if (endsIn !== null) held.push({ postId, endsIn });
    }
  }
  for (const [n, { postId, endsIn }] of held.entries()) {
    const number = 401 + n;
    const gender = number % 3 === 0 ? "woman" : "man";
    const nationality = DEMO_STATES[number % DEMO_STATES.length] ?? "GH";
    const term = { startsOn: dayOn(endsIn - 730), endsOn: dayOn(endsIn) };
    const incumbent = {
      ...inventedPerson(number, gender),
      ...term,
      nationality,
      acting: false,
      offerMentor: true,
    };
    told(await onDay(-364, () => enterIncumbent(officer, { postId, incumbent })));
  }
  return posts;
}

/** States what a mission needs, so that a vacancy can follow. */
export async function stateNeeds(officer: Actor, acronym: string, day: number) {
  const needs = {
    phase: "transition" as const,
    hostContext:
      "Invented for the demonstration: parties that talk through the mission, elections within the year, and a drawdown that must not leave a gap.",
    security:
      "Invented for the demonstration: armed groups on the roads, crime in the capital, mines in the north; movement under escort.",
    mandateTasks: ["Protection of civilians", "Support to the political process", "Human rights"],
    languages: ["en", "fr"],
    needs: DEFAULT_CRITERIA.map(({ code }) => ({
      criterionCode: code,
      level: 1 + chance.nextBelow(3),
      why: "Invented for the demonstration: the mandate asks for it.",
    })),
  };
  const answer = await onDay(day, async () => {
    const mission = await database().mission.findUniqueOrThrow({
      where: { acronym },
      select: { id: true, _count: { select: { needs: true } } },
    });
    return await setNeeds(officer, { missionId: mission.id, basedOn: mission._count.needs, needs });
  });
  told(answer);
}
