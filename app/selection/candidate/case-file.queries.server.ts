import { database, type Reader } from "#app/platform/database.server.ts";
import type { ServiceSpan } from "#app/selection/nomination/career-date.ts";
import { type CandidateFileContent, candidateFileOf } from "./candidate-file.ts";
import type { CandidateFile, DossierRecord } from "./dossier-page.ts";
import { readFileContent } from "./file-content.queries.server.ts";

/** The latest version of a case's file, as a query selects it. */
export const LATEST_VERSION = {
  orderBy: { number: "desc" },
  take: 1,
  select: { content: true },
} as const;

interface OfCase {
  readonly personId: string;
  /** The latest one alone counts: the first of these. */
  readonly fileVersions: readonly { readonly content: unknown }[];
}

/**
 * The file of one case as it was last stated for it. What the person stated since for another case does not come in;
 * a case from before versions were kept reads what is on file of the person.
 */
export async function caseFile(
  reader: Reader,
  { personId, fileVersions }: OfCase,
): Promise<CandidateFileContent> {
  const [latest] = fileVersions;
  return latest ? candidateFileOf(latest.content) : readFileContent(reader, personId);
}

/** What of a case's file its readers are shown, with languages and states by their names. */
export async function namedFile(
  file: CandidateFileContent,
): Promise<Pick<CandidateFile, "nationalities" | "profile" | "languages" | keyof DossierRecord>> {
  const named = { code: true, nameEn: true, nameFr: true } as const;
  const [nationalities, languages] = await Promise.all([
    database().state.findMany({
      where: { code: { in: file.nationalities } },
      orderBy: { code: "asc" },
      select: named,
    }),
    database().language.findMany({
      where: { code: { in: file.languages.map(({ code }) => code) } },
      select: named,
    }),
  ]);
  const { service, rank, visionStatement, seniorYears, fieldMissions, deployableDays, currentPost } = file;
  return {
    nationalities,
    profile: { service, rank, visionStatement, seniorYears, fieldMissions, deployableDays, currentPost },
    languages: file.languages
      .toSorted((a, b) => b.level - a.level || (a.code < b.code ? -1 : 1))
      .flatMap(({ code, level }) => {
        const language = languages.find((one) => one.code === code);
        return language ? [{ level, language }] : [];
      }),
    career: numbered(file.career.toSorted(laterFirst)),
    missions: numbered(file.missions.toSorted(laterFirst)),
    education: numbered(file.education.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))),
    courses: numbered(file.courses.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))),
  };
}

type Begun = Pick<ServiceSpan, "startYear" | "startMonth">;
const laterFirst = (a: Begun, b: Begun) =>
  b.startYear - a.startYear || (b.startMonth ?? 0) - (a.startMonth ?? 0);

/** Rows of a file have no id of their own: their place gives one. */
const numbered = <Row extends object>(rows: readonly Row[]) =>
  rows.map((row, at) => ({ id: String(at), ...row }));
