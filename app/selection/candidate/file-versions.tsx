import { useLanguage } from "#app/i18n/provider.tsx";
import { Section } from "#app/ui/card.tsx";
import { FileChanges } from "./file-changes.tsx";
import type { compareVersions } from "./file-comparison.queries.server.ts";

interface Props {
  readonly versions: Awaited<ReturnType<typeof compareVersions>>;
}

/** What the state wrote beside what the candidate put right; nothing where nothing was corrected. */
export function FileVersions({ versions }: Props) {
  const { t, format } = useLanguage();
  if (!versions) return null;
  const { stateAt, candidateAt, corrections, ...changes } = versions;
  return (
    <Section
      title={t("selection.file.versions")}
      lead={t("selection.file.versionsLead", {
        state: format.dateTime(stateAt),
        candidate: format.dateTime(candidateAt),
      })}
    >
      <FileChanges
        {...changes}
        caption={t("selection.file.versions")}
        before={t("selection.file.byState")}
        after={t("selection.file.byCandidate")}
      />
      {corrections.length > 0 && (
        <ul className="mt-3 list-disc ps-5 text-sm">
          {corrections.map(({ at, fields }) => (
            <li key={at}>
              {t("selection.file.corrected", {
                time: format.dateTime(at),
                fields: format.list(fields.map((field) => t(`selection.file.field.${field}`))),
              })}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
