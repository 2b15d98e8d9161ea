import { useLanguage } from "#app/i18n/provider.tsx";
import { Section } from "#app/ui/card.tsx";
import type { readCandidacy } from "./candidacy.queries.server.ts";
import { FileChanges } from "./file-changes.tsx";

interface Props {
  readonly versions: NonNullable<Awaited<ReturnType<typeof readCandidacy>>>["versions"];
}

/** What the state wrote beside what the candidate put right; nothing where the candidate has not written yet. */
export function FileVersions({ versions }: Props) {
  const { t, format } = useLanguage();
  if (!versions) return null;
  const { stateAt, candidateAt, ...changes } = versions;
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
    </Section>
  );
}
