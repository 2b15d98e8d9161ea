import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { CandidateFileContent, FileDifference } from "./candidate-file.ts";
import { typedSpan } from "./career-date.ts";

interface Named {
  readonly code: string;
  readonly nameEn: string;
  readonly nameFr: string;
}

interface Props {
  readonly caption: string;
  /** What stood there, and what stands in its place: the heads of the columns. */
  readonly before: string;
  readonly after: string;
  readonly differences: readonly FileDifference[];
  readonly languages: readonly Named[];
  readonly states: readonly Named[];
}

/** Two versions of a file side by side, where they differ. */
export function FileChanges({ caption, before, after, differences, languages, states }: Props) {
  const { t, format } = useLanguage();
  const named = (list: readonly Named[], code: string) => {
    const found = list.find((one) => one.code === code);
    return found ? nameIn(format.locale, found) : code;
  };
  const words = ({ field }: FileDifference, value: CandidateFileContent[keyof CandidateFileContent]) => {
    if (value === null || value === "") return t("selection.dossier.notStated");
    if (field === "gender") return t(`selection.gender.${value as CandidateFileContent["gender"]}`);
    if (field === "service")
      return t(`nominating.service.${value as NonNullable<CandidateFileContent["service"]>}`);
    if (field === "birthDate") return format.date(String(value));
    if (!Array.isArray(value)) return typeof value === "number" ? format.number(value) : value;
    const entries = value.map((entry) => {
      if (typeof entry === "string") return named(states, entry);
      if ("code" in entry)
        return t("selection.dossier.languageWithLevel", {
          language: named(languages, entry.code),
          level: entry.level,
        });
      if ("year" in entry) {
        const [what, where] =
          "degree" in entry ? [entry.degree, entry.institution] : [entry.name, entry.organiser];
        return [what, where, ...(entry.year === null ? [] : [entry.year])].join(", ");
      }
      const { from, to } = typedSpan(entry);
      const when = t("selection.dossier.fromTo", { from, to: to || t("selection.dossier.today") });
      const [what, where] = "title" in entry ? [entry.title, entry.employer] : [entry.role, entry.mission];
      return `${what}, ${where}, ${when}`;
    });
    return entries.length > 0 ? entries.join("; ") : t("selection.dossier.notStated");
  };
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={differences}
      rowKey={({ field }) => field}
      empty={<p className="text-muted">{t("selection.file.noDifference")}</p>}
      columns={[
        {
          key: "field",
          header: t("selection.file.field"),
          rowHeader: true,
          cell: ({ field }) => t(`selection.file.field.${field}`),
        },
        { key: "before", header: before, cell: (row) => words(row, row.before) },
        { key: "after", header: after, cell: (row) => words(row, row.after) },
      ]}
    />
  );
}
