import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { typedSpan } from "#app/selection/nomination/career-date.ts";
import type { CandidateFileContent, FileField } from "./candidate-file.ts";

interface Named {
  readonly code: string;
  readonly nameEn: string;
  readonly nameFr: string;
}

/** The names of what a file speaks of by code. */
export interface FileNames {
  readonly languages: readonly Named[];
  readonly states: readonly Named[];
}

type Value = CandidateFileContent[FileField];
type Row = Exclude<Extract<Value, readonly unknown[]>[number], string>;

/**
 * Puts a field of a file into the reader's language: one text for each entry of a list, one for anything else, none
 * where nothing was stated.
 */
export function useFileWords({ languages, states }: FileNames) {
  const { t, format } = useLanguage();
  const named = (list: readonly Named[], code: string) => {
    const found = list.find((one) => one.code === code);
    return found ? nameIn(format.locale, found) : code;
  };
  const rowWords = (row: Row): string => {
    if ("code" in row)
      return t("selection.dossier.languageWithLevel", {
        language: named(languages, row.code),
        level: row.level,
      });
    if ("year" in row) {
      const [what, where] = "degree" in row ? [row.degree, row.institution] : [row.name, row.organiser];
      return [what, where, ...(row.year === null ? [] : [row.year])].join(", ");
    }
    const { from, to } = typedSpan(row);
    const when = t("selection.dossier.fromTo", { from, to: to || t("selection.dossier.today") });
    if (!("title" in row)) return [row.role, row.mission, when].join(", ");
    const { title, employer, supervisor, peopleLed, budgetThousands } = row;
    return [
      ...[title, employer, when],
      ...(supervisor ? [t("selection.file.supervisor", { name: supervisor })] : []),
      ...(peopleLed === null ? [] : [t("selection.file.led", { count: peopleLed })]),
      ...(budgetThousands === null
        ? []
        : [t("selection.file.budget", { amount: format.number(budgetThousands) })]),
    ].join(", ");
  };
  return (field: FileField, value: Value): readonly string[] => {
    if (value === null || value === "") return [];
    if (field === "gender") return [t(`selection.gender.${value as CandidateFileContent["gender"]}`)];
    if (field === "service")
      return [t(`nominating.service.${value as NonNullable<CandidateFileContent["service"]>}`)];
    if (field === "birthDate") return [format.date(String(value))];
    if (typeof value === "number") return [format.number(value)];
    if (typeof value === "string") return [value];
    return value.map((entry) => (typeof entry === "string" ? named(states, entry) : rowWords(entry)));
  };
}
