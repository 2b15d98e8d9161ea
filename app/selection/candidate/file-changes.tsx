import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { FileDifference } from "./candidate-file.ts";
import { type FileNames, useFileWords } from "./file-words.tsx";

interface Props extends FileNames {
  readonly caption: string;
  /** What stood there, and what stands in its place: the heads of the columns. */
  readonly before: string;
  readonly after: string;
  readonly differences: readonly FileDifference[];
}

/** A text of several lines is readable on a phone too, where the table scrolls sideways. */
const wide = (words: string) => <div className="min-w-56 break-words">{words}</div>;

/** Two versions of a file side by side, where they differ. */
export function FileChanges({ caption, before, after, differences, languages, states }: Props) {
  const { t } = useLanguage();
  const say = useFileWords({ languages, states });
  const words = ({ field }: FileDifference, value: FileDifference["before"]) =>
    say(field, value).join("; ") || t("selection.dossier.notStated");
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
        { key: "before", header: before, cell: (row) => wide(words(row, row.before)) },
        { key: "after", header: after, cell: (row) => wide(words(row, row.after)) },
      ]}
    />
  );
}
