import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { typedSpan } from "#app/selection/nomination/career-date.ts";
import type { Evidence } from "./requirement-evidence.ts";

/** The states that a file names, by their codes. */
export type NamedStates = readonly {
  readonly code: string;
  readonly nameEn: string;
  readonly nameFr: string;
}[];

/** Puts a quotation from the file into the reader's language; what the candidate wrote stays as it is. */
function useEvidenceWords(states: NamedStates): (evidence: Evidence) => string {
  const { t, format } = useLanguage();
  const stateOf = (wanted: string) => {
    const state = states.find(({ code }) => code === wanted);
    return state ? nameIn(format.locale, state) : wanted;
  };
  return (evidence) => {
    switch (evidence.kind) {
      case "seniorYears":
        return t("vetting.evidence.seniorYears", { years: evidence.years });
      case "postsCover":
        return t("vetting.evidence.postsCover", { years: evidence.years });
      case "fieldMissions":
        return t("vetting.evidence.fieldMissions", { missions: evidence.missions });
      case "deployable":
        return t("vetting.evidence.deployable", { days: evidence.days });
      case "post": {
        const { title, employer, mission } = evidence.post;
        const { from, to } = typedSpan(evidence.post);
        const words = { title, employer, from, to: to || t("selection.dossier.today") };
        return mission === null
          ? t("vetting.evidence.post", words)
          : t("vetting.evidence.postInMission", { ...words, mission });
      }
      case "words":
        return t("vetting.evidence.words", { words: evidence.words });
      case "language":
        return t("vetting.evidence.language", { level: evidence.level });
      case "nationalities":
        return t("vetting.evidence.nationalities", {
          count: evidence.codes.length,
          states: format.list(evidence.codes.map(stateOf)),
        });
      case "attested":
        return t("vetting.evidence.attested");
      case "nothing":
        return t("vetting.evidence.nothing");
    }
  };
}

interface Props {
  readonly evidence: readonly Evidence[];
  readonly states: NamedStates;
}

/** What the file says of one requirement, quoted. */
export function EvidenceList({ evidence, states }: Props) {
  const { t } = useLanguage();
  const say = useEvidenceWords(states);
  return (
    <div>
      <p>{t("vetting.evidence.title")}</p>
      <ul className="list-disc ps-5">
        {evidence.map((one) => {
          const words = say(one);
          return <li key={words}>{words}</li>;
        })}
      </ul>
    </div>
  );
}
