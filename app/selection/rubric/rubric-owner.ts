import { paths } from "#app/paths.ts";
import type { InTwoLanguages } from "./default-rubric.ts";

/** What is judged by a rubric: a vacancy, or a call for the cadre at large. */
export interface RubricOwner {
  readonly kind: "vacancy" | "call";
  readonly id: string;
  readonly reference: string;
  /** This rubric is not published yet: it can be changed. */
  readonly draft: boolean;
  /** Whether it is the one in force, is drafted to take its place, or was replaced. */
  readonly standing: "inForce" | "next" | "former";
  readonly name: InTwoLanguages;
  /** The call that it is published with, where there is one. */
  readonly call: string | null;
}

/** Where a rubric is read. */
export const ownerPath = ({ kind, id, reference }: Pick<RubricOwner, "kind" | "id" | "reference">): string =>
  `${kind === "vacancy" ? paths.vacancy(id) : paths.call(reference)}#rubric`;
