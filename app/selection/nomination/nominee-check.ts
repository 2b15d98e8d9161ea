import { issueCode } from "#app/i18n/issue-code.ts";
import type { Service } from "./nominee-file.ts";
import { completeFileSchema, type DraftFile, type NomineeFile } from "./nominee-file.ts";

/** The documents that can go with a nominee. */
export const DOCUMENT_KINDS = ["cv", "personalHistory", "nationalCertificate"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A vacancy of the call a nominee is for, as far as their file is checked against it. */
export interface ForVacancy {
  readonly id: string;
  readonly component: Service;
}

/** What a call asks of every nominee's file beside the file itself. */
export interface FileTerms {
  /** ISO day. */
  readonly today: string;
  /** The call's vacancies; none where it is for the cadre at large. */
  readonly vacancies: readonly ForVacancy[];
  /** Whether they nominate themself: then no state certifies or recommends. */
  readonly self: boolean;
}

/** What keeps a nominee's file from being submitted: the field, and the tail of `invalid.<code>`. */
export interface FileGap {
  readonly field: string;
  readonly code: string;
}

/**
 * Nominees that Permanent Missions are advised to put forward for one military or police post (Nomination procedures for
 * Permanent Missions, DPKO/DFS 2015; police.un.org, "Nominating for professional posts"): more are taken, with a word.
 */
export const ADVISED_FOR_A_POST = 2;

/**
 * The documents a nominee needs: a curriculum vitae for a civilian post; for a military or police post a Personal
 * History Profile and a national certificate (Nomination procedures for Permanent Missions, DPKO/DFS 2015).
 */
export function documentsNeeded(vacancies: readonly ForVacancy[]): readonly DocumentKind[] {
  const seconded = vacancies.some(({ component }) => component !== "civilian");
  const civilian = vacancies.length === 0 || vacancies.some(({ component }) => component === "civilian");
  return DOCUMENT_KINDS.filter((kind) => (kind === "cv" ? civilian : seconded));
}

/** The vacancies a nominee is for: those chosen; the only one where there is no choice. */
export const chosenVacancies = <V extends ForVacancy>(
  file: DraftFile,
  vacancies: readonly V[],
): readonly V[] =>
  vacancies.length === 1 ? vacancies : vacancies.filter(({ id }) => file.vacancies.includes(id));

/** A file that can be submitted, or what it lacks; documents aside, each field is named once. */
export type CheckedFile =
  | { readonly ok: true; readonly file: NomineeFile }
  | { readonly ok: false; readonly gaps: readonly FileGap[] };

/**
 * Whether a nominee's file is complete for its call, with its documents; else everything it lacks.
 *
 * @param documents the kinds that are there
 */
export function checkFile(draft: DraftFile, documents: readonly string[], terms: FileTerms): CheckedFile {
  const parsed = completeFileSchema(terms.today, terms.self).safeParse(draft, { error: issueCode });
  const chosen = chosenVacancies(draft, terms.vacancies);
  const gaps: FileGap[] = (parsed.error?.issues ?? []).map(({ path, message }) => ({
    field: fieldName(path),
    code: message,
  }));
  if (terms.vacancies.length > 1 && chosen.length === 0) gaps.push({ field: "vacancies", code: "choose" });
  const seconded = chosen.find(({ component }) => component !== "civilian");
  if (seconded && parsed.success && parsed.data.service !== seconded.component)
    gaps.push({ field: "service", code: `service.${seconded.component}` });
  for (const kind of documentsNeeded(chosen.length > 0 ? chosen : terms.vacancies)) {
    if (!documents.includes(kind)) gaps.push({ field: `document.${kind}`, code: `missing.${kind}` });
  }
  return parsed.success && gaps.length === 0
    ? { ok: true, file: parsed.data }
    : {
        ok: false,
        gaps: gaps.filter(({ field }, at) => gaps.findIndex((one) => one.field === field) === at),
      };
}

/** The name of a field as a form has it: `posts[1].title`. */
const fieldName = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (name, part) =>
      typeof part === "number" ? `${name}[${part}]` : name ? `${name}.${String(part)}` : String(part),
    "",
  );
