import { randomUUID } from "node:crypto";
import { advancePledge, makePledge } from "#app/cadre/keep-pledge.server.ts";
import type { NewStatePledge, PledgeAdvance } from "#app/cadre/state-pledge.ts";
import type { Cast } from "./cast.ts";
import { dayOn, onDay, sideBySide, told } from "./stage.ts";

/** What a state pledges, without the form that it comes by. */
type Promised = Omit<NewStatePledge, "submissionKey">;

interface Story {
  readonly state: string;
  readonly pledge: Promised;
  /** The levels that the secretariat brings it to, one a week. */
  readonly steps: readonly PledgeAdvance[];
  /** What shows it, at every level that asks for it. */
  readonly evidence?: string;
}

const INVENTED = "Invented for the demonstration.";

const STORIES: readonly Story[] = [
  { state: "GH", pledge: pledge("mentors", 2, -40), steps: ["registered", "verified"] },
  { state: "GH", pledge: pledge("courseSeats", 12, 100), steps: ["registered", "verified", "ready"] },
  { state: "UY", pledge: pledge("womenNominations", 4, 20), steps: ["registered"] },
  {
    state: "FI",
    pledge: pledge("nationalActionPlan", 1, -10),
    steps: ["registered", "verified", "delivered"],
  },
  { state: "RW", pledge: pledge("genderChampions", 2, 60), steps: [] },
  {
    state: "SN",
    pledge: pledge("genderChampions", 1, -20, "Invented for the demonstration: the Chief of Defence Staff."),
    steps: ["registered", "verified", "delivered"],
    evidence: "Invented for the demonstration: opened all posts of the contingents to women.",
  },
  { state: "NP", pledge: pledge("officersByRank", 1, 45), steps: ["registered", "verified"] },
];

function pledge(kind: NewStatePledge["kind"], quantity: number, due: number, words = INVENTED): Promised {
  return { kind, quantity, dueOn: dayOn(due), words };
}

/** States pledge, and the secretariat brings what they pledged from level to level. */
export const pledgeAndDeliver = (cast: Cast) => sideBySide(STORIES.map((story) => () => tell(cast, story)));

async function tell(
  { officer, focalPoints }: Cast,
  { state, pledge: promised, steps, evidence = INVENTED }: Story,
) {
  const focalPoint = focalPoints.get(state);
  if (!focalPoint) throw new Error(`The demo has no focal point of ${state}`);
  const { pledgeId } = told(
    await onDay(-230, () => makePledge(focalPoint, { ...promised, submissionKey: randomUUID() })),
  );
  for (const [version, level] of steps.entries()) {
    const step = { version, level, evidence, readyDays: "60" } as const;
    told(await onDay(-200 + version * 7, () => advancePledge(officer, { pledgeId, step })));
  }
}
