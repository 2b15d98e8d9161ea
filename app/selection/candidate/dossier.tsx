import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { DocumentLinks } from "#app/selection/document/document-links.tsx";
import { nominatorName } from "#app/selection/nomination/nominator.ts";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { CandidateFile } from "./dossier-page.ts";
import { DossierRecordSections } from "./dossier-record.tsx";

interface Props {
  readonly dossier: CandidateFile;
}

/** A candidacy's file, in the order in which a reader judges: facts, career, the candidate's words, the state's. */
export function Dossier({ dossier }: Props) {
  const { t } = useLanguage();
  const vision = dossier.profile.visionStatement;
  return (
    <>
      <DossierFacts dossier={dossier} />
      <DossierRecordSections record={dossier} />
      <Section title={t("selection.dossier.vision")}>
        <Words text={vision || t("selection.dossier.noVision")} stated={Boolean(vision)} />
      </Section>
      <Section title={t("selection.dossier.statement")}>
        <Words text={dossier.statement} stated />
      </Section>
      <Section title={t("selection.dossier.documents")}>
        {dossier.masked ? (
          <p className="text-muted">{t("blind.documents")}</p>
        ) : (
          <DocumentLinks documents={dossier.documents} to={paths.document} />
        )}
      </Section>
    </>
  );
}

function DossierFacts({ dossier }: Props) {
  const { t, format } = useLanguage();
  const { profile } = dossier;
  const languages = dossier.languages.map(({ level, language }) =>
    t("selection.dossier.languageWithLevel", { language: nameIn(format.locale, language), level }),
  );
  const nationalities = dossier.nationalities.map((state) => nameIn(format.locale, state));
  const missing = t("selection.dossier.notStated");
  const figure = (value: number | null) => (value === null ? missing : format.number(value));
  return (
    <DefinitionList
      items={[
        {
          term: t("nominating.name.service"),
          detail: profile.service ? t(`nominating.service.${profile.service}`) : missing,
        },
        { term: t("nominating.name.rank"), detail: profile.rank || missing },
        { term: t("selection.dossier.currentPost"), detail: profile.currentPost || missing },
        ...(dossier.masked
          ? []
          : [
              { term: t("selection.dossier.nationalities"), detail: format.list(nationalities) || missing },
              {
                term: t("selection.dossier.nominatedBy"),
                detail: nominatorName(t, format.locale, dossier.nominatingState),
              },
            ]),
        { term: t("selection.dossier.seniorYears"), detail: figure(profile.seniorYears) },
        { term: t("selection.dossier.fieldMissions"), detail: figure(profile.fieldMissions) },
        {
          term: t("selection.dossier.deployable"),
          detail:
            profile.deployableDays === null
              ? missing
              : t("selection.dossier.days", { days: profile.deployableDays }),
        },
        { term: t("selection.dossier.languages"), detail: format.list(languages) || missing },
      ]}
    />
  );
}

interface WordsProps {
  readonly text: string;
  readonly stated: boolean;
}

const Words = ({ text, stated }: WordsProps) => (
  <p className={stated ? "measure whitespace-pre-line" : "text-muted"}>{text}</p>
);
