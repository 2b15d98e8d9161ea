import type { useForm } from "@conform-to/react";
import type { Say } from "#app/ui/field-props.ts";
import { type DraftFile, type GrowingList, NOMINEE_ROWS } from "./nominee-file.ts";

/** The form of a nominee's file as conform knows it: every answer is text. */
export interface NomineeFields {
  version: string;
  givenName: string;
  familyName: string;
  email: string;
  birthDate: string;
  gender: string;
  nationalities: string[];
  service: string;
  rank: string;
  currentPost: string;
  seniorYears: string;
  languages: { code: string; level: string }[];
  posts: {
    title: string;
    employer: string;
    supervisor: string;
    from: string;
    to: string;
    peopleLed: string;
    budget: string;
  }[];
  missions: { mission: string; role: string; from: string; to: string }[];
  education: { degree: string; institution: string; year: string }[];
  courses: { name: string; organiser: string; year: string }[];
  visionStatement: string;
  statement: string;
  vacancies: string[];
  additional: string;
  noConviction: string;
  noViolation: string;
  noAllegation: string;
  disclosure: string;
}

/** What a section of the form is given. */
export interface SectionProps {
  readonly fields: ReturnType<typeof useForm<NomineeFields>>[1];
  readonly say: Say;
}

/** A file laid out for the form, with blank rows to write in and every language in its order. */
export function formValuesOf(
  file: DraftFile,
  version: number,
  languages: readonly { readonly code: string }[],
  rows: Readonly<Record<GrowingList, number>>,
): NomineeFields {
  const blank = {
    posts: { title: "", employer: "", supervisor: "", from: "", to: "", peopleLed: "", budget: "" },
    missions: { mission: "", role: "", from: "", to: "" },
    education: { degree: "", institution: "", year: "" },
    courses: { name: "", organiser: "", year: "" },
  };
  return {
    ...file,
    version: String(version),
    nationalities: filled(file.nationalities, "", NOMINEE_ROWS.nationalities, 1),
    languages: languages.map(({ code }) => ({
      code,
      level: file.languages.find((one) => one.code === code)?.level ?? "",
    })),
    posts: filled(file.posts, blank.posts, Math.max(NOMINEE_ROWS.posts, rows.posts), 2),
    missions: filled(file.missions, blank.missions, Math.max(NOMINEE_ROWS.missions, rows.missions), 2),
    education: filled(file.education, blank.education, Math.max(NOMINEE_ROWS.education, rows.education), 1),
    courses: filled(file.courses, blank.courses, Math.max(NOMINEE_ROWS.courses, rows.courses), 1),
  };
}

/** Rows as they stand, and blank ones up to `least`; of a full list so many `more`. */
function filled<Row>(rows: readonly Row[], blank: Row, least: number, more: number): Row[] {
  const used = rows.findLastIndex((row) => JSON.stringify(row) !== JSON.stringify(blank)) + 1;
  const length = Math.max(least, used + more);
  return Array.from({ length }, (_, at) => rows[at] ?? blank);
}
