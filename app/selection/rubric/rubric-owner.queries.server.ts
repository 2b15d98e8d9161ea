import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { wordsFor, wordsPresent } from "#app/selection/words-present.ts";
import type { RubricOwner } from "./rubric-owner.ts";

/** What must be selected of a vacancy to say whose rubric it is (`ownerOf`). */
const OWNING_VACANCY = {
  ...VACANCY_TITLE,
  id: true,
  state: true,
  call: { select: { reference: true } },
} as const;

/** The same of a call for the cadre at large. */
const OWNING_CALL = { id: true, reference: true, state: true, title: true } as const;

/** What must be selected of a rubric to say whose it is. */
export const OWNERS = {
  vacancy: { select: OWNING_VACANCY },
  nextForVacancy: { select: OWNING_VACANCY },
  formerVacancy: { select: OWNING_VACANCY },
  call: { select: OWNING_CALL },
} as const;

type OwningVacancy = {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly post: Parameters<typeof caseTitle>[1];
  readonly call: { readonly reference: string } | null;
};

interface Row {
  readonly vacancy: OwningVacancy | null;
  readonly nextForVacancy: OwningVacancy | null;
  readonly formerVacancy: OwningVacancy | null;
  readonly call: {
    readonly id: string;
    readonly reference: string;
    readonly state: string;
    readonly title: unknown;
  } | null;
}

/**
 * Whose rubric it is.
 *
 * @throws where it is nobody's: the database allows none such
 */
export function ownerOf({ vacancy: inForce, nextForVacancy: next, formerVacancy, call }: Row): RubricOwner {
  const vacancy = inForce ?? next ?? formerVacancy;
  if (vacancy) {
    const { id, reference, post, state } = vacancy;
    const standing = inForce ? "inForce" : next ? "next" : "former";
    const draft = standing === "next" || (standing === "inForce" && state === "draft");
    const name = { en: caseTitle("en", post), fr: caseTitle("fr", post) };
    const publishedWith = vacancy.call?.reference ?? null;
    return { kind: "vacancy", id, reference, draft, standing, name, call: publishedWith };
  }
  if (!call) throw new Error("A rubric is nobody's");
  const { id, reference, title, state } = call;
  const words = title === null ? null : wordsPresent(title);
  const nameIn = (language: string) => (words ? wordsFor(language, words).text : reference);
  const name = { en: nameIn("en"), fr: nameIn("fr") };
  const draft = state === "draft";
  return { kind: "call", id, reference, draft, standing: "inForce", name, call: reference };
}
