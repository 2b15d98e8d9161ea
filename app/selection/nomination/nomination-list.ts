import { z } from "zod";
import { GENDERS } from "#app/gender/counts.ts";
import { CANDIDACY_STATES } from "#app/selection/lifecycle.ts";

/** Nominations on a page of the list. */
export const LISTED_PER_PAGE = 50;

/** Where a nomination for the cadre at large stands that is no stage of a case; withdrawn and not answered are as there. */
const CADRE_STAGES = ["forCadre", "inCadre", "notTaken", "declinedCadre"] as const;
type CadreStage = (typeof CADRE_STAGES)[number];

/** Where a nomination of the list may stand: as its case does or, of one for the cadre at large, as its review does. */
export const LISTED_STAGES = [...CANDIDACY_STATES, ...CADRE_STAGES] as const;
export type ListedStage = (typeof LISTED_STAGES)[number];

/** Whether a stage is one of a nomination for the cadre alone. */
export const isCadreStage = (stage: ListedStage): stage is CadreStage =>
  CADRE_STAGES.some((one) => one === stage);

const left = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** What the list of nominations is narrowed by, as its address says; what does not fit narrows nothing. */
export const listFilterSchema = z.object({
  state: left(z.string().regex(/^[A-Z]{2}$/)),
  stage: left(z.enum(LISTED_STAGES)),
  gender: left(z.enum(GENDERS)),
  roleKind: left(z.string().min(1).max(60)),
  name: left(z.string().trim().min(1).max(100)),
  after: left(z.string().max(100)),
  before: left(z.string().max(100)),
});
export type ListFilter = z.output<typeof listFilterSchema>;

/** Where one page of the list ends and the next begins: a nomination by when it came and its id. */
export interface Cursor {
  readonly submittedAt: Date;
  readonly nominationId: string;
}

/** A cursor as it stands in an address. */
export const cursorText = ({ submittedAt, nominationId }: Cursor): string =>
  `${submittedAt.getTime().toString(36)}.${nominationId}`;

/** Reads a cursor from an address; null where it is none: then the list begins at its beginning. */
export function cursorOf(text: string | undefined): Cursor | null {
  const [moment = "", id = ""] = (text ?? "").split(".");
  const time = Number.parseInt(moment, 36);
  if (!Number.isFinite(time) || Math.abs(time) > 8.64e15 || !z.uuid().safeParse(id).success) return null;
  return { submittedAt: new Date(time), nominationId: id };
}

/** The words of a search for a name, at most five: each must be in the name, in whichever order. */
export const searchWords = (text: string): readonly string[] =>
  text
    .split(/[\s,]+/)
    .filter(Boolean)
    .slice(0, 5);
