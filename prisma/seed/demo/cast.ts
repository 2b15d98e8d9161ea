import type { Actor } from "#app/access/actor.ts";
import { DEMO_OFFICIALS, DEMO_PANELLISTS, DEMO_STATES } from "./people.ts";
import { openOfficial } from "./stage.ts";

/** A member of panels with what the rules of composition ask. */
export interface Panellist {
  readonly actor: Actor;
  readonly gender: "woman" | "man";
  readonly nationality: string;
}

/** Everybody who acts in the demonstration by office. */
export interface Cast {
  readonly officer: Actor;
  /** Screens what the officer has screened, apart from them. */
  readonly secondOfficer: Actor;
  readonly thirdOfficer: Actor;
  readonly decisionMaker: Actor;
  readonly vetting: Actor;
  /** One for each state, by its code. */
  readonly focalPoints: ReadonlyMap<string, Actor>;
  readonly panellists: readonly Panellist[];
}

/** Opens the accounts of all who act by office. */
export async function openCast(): Promise<Cast> {
  const officials: Actor[] = [];
  for (const { name, roles } of DEMO_OFFICIALS) officials.push(await openOfficial(name, roles));
  const wearing = (role: Actor["role"], place = 0) => {
    const found = officials.filter((actor) => actor.role === role)[place];
    if (!found) throw new Error(`The demo has nobody as ${role}`);
    return found;
  };
  const focalPoints = new Map<string, Actor>();
  for (const code of DEMO_STATES) {
    const name = code === "GH" ? "Kofi Example" : `Mission ${code}`;
    focalPoints.set(code, await openOfficial(name, ["focalPoint"], code));
  }
  const panellists: Panellist[] = [{ actor: wearing("panelMember"), gender: "woman", nationality: "NZ" }];
  for (const { name, gender, nationality } of DEMO_PANELLISTS) {
    panellists.push({ actor: await openOfficial(name, ["panelMember"]), gender, nationality });
  }
  return {
    officer: wearing("secretariat"),
    secondOfficer: wearing("secretariat", 1),
    thirdOfficer: wearing("secretariat", 2),
    decisionMaker: wearing("decisionMaker"),
    vetting: wearing("vettingOfficer"),
    focalPoints,
    panellists,
  };
}
