import { useLanguage } from "#app/i18n/provider.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { type CandidateFileContent, FILE_FIELDS } from "./candidate-file.ts";
import { type FileNames, useFileWords } from "./file-words.tsx";

interface Props extends FileNames {
  readonly file: CandidateFileContent;
}

/** A file to be read, field by field, in words. */
export function FileView({ file, languages, states }: Props) {
  const { t } = useLanguage();
  const say = useFileWords({ languages, states });
  return (
    <DefinitionList
      items={FILE_FIELDS.map((field) => ({
        term: t(`selection.file.field.${field}`),
        detail: <Entries words={say(field, file[field])} none={t("selection.dossier.notStated")} />,
      }))}
    />
  );
}

function Entries({ words, none }: { readonly words: readonly string[]; readonly none: string }) {
  if (words.length === 0) return <span className="text-muted">{none}</span>;
  if (words.length === 1) return <span className="whitespace-pre-line">{words[0]}</span>;
  return (
    <ul className="list-disc ps-5">
      {words.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}
