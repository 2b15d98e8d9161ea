import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { type WordsPresent, wordsFor, wordsPresent } from "#app/selection/words-present.ts";

interface Titled {
  /** Of a call for the cadre at large; null for the others. */
  readonly title: WordsPresent | null;
  readonly vacancies: readonly Parameters<typeof caseTitle>[1][];
}

/** What a call is called: by its own title, or after the posts it is for, in the reader's language. */
export const callTitle = (locale: string, { title, vacancies }: Titled): string =>
  title ? wordsFor(locale, title).text : vacancies.map((vacancy) => caseTitle(locale, vacancy)).join("; ");

/**
 * What a call is called in addresses and on documents: of one vacancy, the vacancy's own reference; else the year, the
 * kind and a number within it: `2026-call-2`, `2026-global-1`.
 *
 * @param before the highest number that a call of that kind has had in the year, 0 where there was none
 */
export const callReference = (kind: "vacancies" | "global", year: number, before: number): string =>
  `${year}-${kind === "global" ? "global" : "call"}-${before + 1}`;
/** What must be selected of a call to say what it is called. */
export const NAMED_CALL = {
  reference: true,
  kind: true,
  title: true,
  vacancies: {
    orderBy: { reference: "asc" },
    select: {
      post: {
        select: {
          roleKind: { select: { nameEn: true, nameFr: true } },
          mission: { select: { acronym: true } },
        },
      },
    },
  },
} as const;

interface Named {
  readonly title: unknown;
  readonly vacancies: readonly {
    readonly post: Parameters<typeof callTitle>[1]["vacancies"][number];
  }[];
}

/** What a stored call is called, in a reader's language. */
export const nameOfCall = (locale: string, { title, vacancies }: Named): string =>
  callTitle(locale, {
    title: title === null ? null : wordsPresent(title),
    vacancies: vacancies.map(({ post }) => post),
  });
