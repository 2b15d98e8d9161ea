import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { typedSpan } from "./career-date.ts";
import type { CandidateFile } from "./dossier-page.ts";
import { nominatorName } from "./nominator.ts";

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
      <Section title={t("selection.dossier.career")}>
        <DossierCareer dossier={dossier} />
      </Section>
      <Section title={t("selection.dossier.vision")}>
        <Words text={vision || t("selection.dossier.noVision")} stated={Boolean(vision)} />
      </Section>
      <Section title={t("selection.dossier.statement")}>
        <Words text={dossier.statement} stated />
      </Section>
      <Section title={t("selection.dossier.documents")}>
        <DossierDocuments dossier={dossier} />
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
        { term: t("selection.dossier.currentPost"), detail: profile.currentPost || missing },
        { term: t("selection.dossier.nationalities"), detail: format.list(nationalities) || missing },
        {
          term: t("selection.dossier.nominatedBy"),
          detail: nominatorName(t, format.locale, dossier.nominatingState),
        },
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

function DossierCareer({ dossier }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("selection.dossier.career")}
      captionHidden
      rows={dossier.career}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{t("selection.dossier.noCareer")}</p>}
      columns={[
        {
          key: "post",
          header: t("selection.dossier.post"),
          cell: ({ title, mission }) => (mission ? `${title} · ${mission}` : title),
        },
        { key: "employer", header: t("selection.dossier.employer"), cell: ({ employer }) => employer },
        {
          key: "years",
          header: t("selection.dossier.years"),
          nowrap: true,
          cell: (post) => {
            const { from, to } = typedSpan(post);
            return t("selection.dossier.fromTo", { from, to: to || t("selection.dossier.today") });
          },
        },
        {
          key: "led",
          header: t("selection.dossier.peopleLed"),
          align: "end",
          cell: ({ peopleLed }) => (peopleLed === null ? "–" : format.number(peopleLed)),
        },
      ]}
    />
  );
}

function DossierDocuments({ dossier }: Props) {
  const { t, format } = useLanguage();
  if (dossier.documents.length === 0)
    return <p className="text-muted">{t("selection.dossier.noDocuments")}</p>;
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {dossier.documents.map(({ id, name, size }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5">
          <a href={paths.document(id)} className="min-w-0 break-words">
            {name}
          </a>
          <span className="figures text-sm text-muted">
            {t("selection.dossier.kilobytes", { size: format.number(Math.ceil(size / 1024)) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface WordsProps {
  readonly text: string;
  readonly stated: boolean;
}

const Words = ({ text, stated }: WordsProps) => (
  <p className={stated ? "measure whitespace-pre-line" : "text-muted"}>{text}</p>
);
