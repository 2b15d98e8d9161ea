import fc from "fast-check";
import { type CaseBlock, type CaseStore, countsOf, KeptCases, packCases } from "#app/gender/case-store.ts";
import { GENDERS } from "#app/gender/counts.ts";
import { FUNNEL_STAGES } from "#app/gender/funnel.ts";

/** One case as its tables hold it. */
export const someCase = fc.record({
  gender: fc.constantFrom(...GENDERS),
  furthest: fc.constantFrom(...FUNNEL_STAGES),
  state: fc.constantFrom<string>("", "GH", "FR", "NP"),
  service: fc.constantFrom<string>("", "military", "police", "civilian"),
  rank: fc.constantFrom<string>("", "major general", "colonel"),
  born: fc.constantFrom<number>(0, 1950, 1964, 1972, 1981, 1999),
});

/** Some vacancies with their cases. */
export const someVacancies = fc.array(
  fc.record({
    draft: fc.boolean(),
    openedAt: fc.option(fc.integer({ min: Date.parse("2020-01-01"), max: Date.parse("2026-01-01") })),
    decidedAt: fc.option(fc.integer({ min: Date.parse("2020-01-01"), max: Date.parse("2026-01-01") })),
    roleKindCode: fc.constantFrom<string>("srsg", "forceCommander"),
    level: fc.constantFrom<string>("USG", "ASG"),
    mission: fc.constantFrom<string>("UNA", "UNB"),
    panel: fc.constantFrom<string>("", "V-1", "V-2"),
    cases: fc.array(someCase, { maxLength: 8 }),
  }),
  { maxLength: 8 },
);
export type SomeVacancy = (typeof someVacancies extends fc.Arbitrary<infer T> ? T : never)[number];

/** The same as they are kept. */
export function storeOf(vacancies: readonly SomeVacancy[]): CaseStore {
  const store = new KeptCases();
  vacancies.forEach(({ cases, ...vacancy }, n) => {
    const text = cases
      .map(({ gender, furthest, state, service, rank, born }) =>
        [gender, furthest, state, service, rank, born].join("|"),
      )
      .join("|");
    const cells = packCases(text, store);
    const block: CaseBlock = { ...vacancy, cells, counts: countsOf(cells) };
    store.put(`v${n}`, block);
  });
  return store;
}
