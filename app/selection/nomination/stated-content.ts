import { GENDERS } from "#app/gender/counts.ts";
import type { CandidateFileContent } from "#app/selection/candidate/candidate-file.ts";
import { isCareerDate, spanOf, type TypedSpan } from "./career-date.ts";
import { type DraftFile, type NomineeFile, SERVICES } from "./nominee-file.ts";
import { type CareerEntry, careerSchema, keptPost } from "./profile.ts";

/** What a nominator states of a person, in the types in which it is kept; null where it was left open. */
export interface StatedFile {
  readonly givenName: string;
  readonly familyName: string;
  readonly gender: CandidateFileContent["gender"];
  readonly nationalities: readonly string[];
  /** "YYYY-MM-DD" */
  readonly birthDate: string | null;
  readonly service: CandidateFileContent["service"];
  readonly rank: string | null;
  readonly currentPost: string | null;
  readonly seniorYears: number | null;
  readonly visionStatement: string | null;
  readonly languages: readonly { readonly code: string; readonly level: number }[];
  readonly posts: readonly CareerEntry[];
  readonly missions: readonly ({ readonly mission: string; readonly role: string } & ReturnType<
    typeof spanOf
  >)[];
  readonly education: CandidateFileContent["education"];
  readonly courses: CandidateFileContent["courses"];
}

const served = ({
  from,
  to,
  mission,
  role,
}: TypedSpan & { readonly mission: string; readonly role: string }) => ({
  ...{ mission, role },
  ...spanOf({ from, to }),
});

/** What a complete file of a nominee states. */
export const statedByNominator = (file: NomineeFile): StatedFile => ({
  ...file,
  missions: file.missions.map(served),
  education: file.education.map(({ degree, institution, year }) => ({
    degree,
    institution,
    year: year ?? null,
  })),
  courses: file.courses.map(({ name, organiser, year }) => ({ name, organiser, year: year ?? null })),
});

const figure = (text: string) => (/^\d+$/.test(text) ? Number(text) : null);
const year = (text: string) => (/^\d{4}$/.test(text) ? Number(text) : null);

/**
 * What a row of a sheet states, whose cells were found good: those left empty are left open.
 *
 * @param today ISO day
 */
export const statedInSheet = (file: DraftFile, today: string): StatedFile => ({
  ...{ givenName: file.givenName, familyName: file.familyName, nationalities: file.nationalities },
  gender: GENDERS.find((gender) => gender === file.gender) ?? "notStated",
  birthDate: file.birthDate || null,
  service: SERVICES.find((one) => one === file.service) ?? null,
  rank: file.rank || null,
  currentPost: file.currentPost || null,
  seniorYears: figure(file.seniorYears),
  visionStatement: file.visionStatement || null,
  languages: file.languages.map(({ code, level }) => ({ code, level: Number(level) })),
  posts: careerSchema(today).parse(file.posts),
  missions: file.missions.filter(({ from }) => isCareerDate(from)).map(served),
  education: file.education.map((row) => ({ ...row, year: year(row.year) })),
  courses: file.courses.map((row) => ({ ...row, year: year(row.year) })),
});

/** What was stated as the first version of the file of a case. How soon they can deploy only the nominee can say. */
export const firstVersion = ({
  posts,
  missions,
  nationalities,
  languages,
  ...stated
}: StatedFile): CandidateFileContent => ({
  ...{ givenName: stated.givenName, familyName: stated.familyName, gender: stated.gender },
  ...{ birthDate: stated.birthDate, service: stated.service, rank: stated.rank },
  ...{
    currentPost: stated.currentPost,
    seniorYears: stated.seniorYears,
    visionStatement: stated.visionStatement,
  },
  ...{ education: stated.education, courses: stated.courses },
  nationalities: [...nationalities],
  languages: languages.map(({ code, level }) => ({ code, level })),
  fieldMissions: null,
  deployableDays: null,
  missions: [...missions],
  career: posts.map(keptPost),
});
