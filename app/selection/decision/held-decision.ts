import { z } from "zod";
import type { Gender, Tally } from "#app/gender/counts.ts";
import type { OpenGate } from "#app/selection/clearance/clearance.ts";
import type { VacancyTitle } from "#app/selection/panel/panel-page.ts";
import { decisionSchema } from "./decision.ts";

/**
 * A choice as the decision's form posts it: whether it counts at once or is held, and the version of the one held on the
 * page, 0 where none was.
 */
export const decideOrHoldSchema = decisionSchema.extend({
  intent: z.enum(["decide", "hold"]).default("decide"),
  heldVersion: z.coerce.number().int().min(0).default(0),
});

/** How many choices take effect in one go: as many as a page of them shows. */
export const HELD_PER_PAGE = 25;

const SEEN = /^([0-9a-f-]{36})@(\d{1,9})$/;

/** A held choice as it was seen: its id and version in one value, as a box to tick posts it. */
export interface SeenChoice {
  readonly heldId: string;
  readonly version: number;
}

export const seenValue = ({ heldId, version }: SeenChoice): string => `${heldId}@${version}`;

const seenChoice = z.string().transform((text, context): SeenChoice => {
  const [, heldId, version] = SEEN.exec(text) ?? [];
  if (heldId && z.uuid().safeParse(heldId).success) return { heldId, version: Number(version) };
  context.addIssue({ code: "custom", message: "choose" });
  return z.NEVER;
});

/** The choices one decision maker holds. */
export interface HeldPage {
  readonly total: number;
  /** Of all who are chosen, not only those of this page. */
  readonly tally: Tally;
  readonly held: readonly HeldLine[];
}

interface HeldLine {
  /** Id and version, as its box posts them. */
  readonly value: string;
  readonly vacancyId: string;
  readonly vacancy: VacancyTitle;
  readonly heldAt: string;
  readonly name: string;
  readonly gender: Gender;
  /** Withdrew, or is no longer recommended: the choice can only be made anew. */
  readonly gone: boolean;
  readonly openGates: readonly OpenGate[];
}

/** The held choices that are to take effect together. */
export const effectSchema = z.object({
  held: z.array(seenChoice).min(1, { message: "chooseHeld" }).max(HELD_PER_PAGE),
});

/**
 * The first choice of somebody who is chosen before it in the same list: nobody can take up two posts.
 *
 * @returns null where everybody is chosen once
 */
export const chosenAgain = <C extends { readonly personId: string }>(choices: readonly C[]): C | null =>
  choices.find(({ personId }, at) => choices.findIndex((one) => one.personId === personId) !== at) ?? null;
