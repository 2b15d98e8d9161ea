import { nameIn } from "#app/i18n/languages.ts";

interface Case {
  readonly roleKind: { readonly nameEn: string; readonly nameFr: string };
  readonly mission: { readonly acronym: string };
}

/** What a case is called: the post and the mission, in the reader's language. */
export const caseTitle = (locale: string, { roleKind, mission }: Case): string =>
  `${nameIn(locale, roleKind)}, ${mission.acronym}`;
