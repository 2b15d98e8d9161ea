import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { BankQuestion, GuideCriterion } from "./interview-page.ts";

/** Each criterion of the interview with its questions and its levels, one a part of the page, for paper too. */
export function GuideCriteria({ criteria }: { readonly criteria: readonly GuideCriterion[] }) {
  const { t, format } = useLanguage();
  return criteria.map(({ criterion, questions }, place) => (
    <div key={criterion.id} className="break-inside-avoid">
      <Section
        title={`${place + 1}. ${inLanguage(format.locale, criterion.name)}`}
        lead={inLanguage(format.locale, criterion.definition)}
      >
        <CriterionQuestions questions={questions} />
        <div className="mt-4">
          <DefinitionList
            items={criterion.anchors.map((anchor) => ({
              term: t("selection.sheet.levelNumber", { level: anchor.level }),
              detail: inLanguage(format.locale, anchor),
            }))}
          />
        </div>
      </Section>
    </div>
  ));
}

/** The questions on one criterion, in the reader's language. */
export function CriterionQuestions({ questions }: { readonly questions: readonly BankQuestion[] }) {
  const { t, format } = useLanguage();
  if (questions.length === 0) return <p className="text-muted">{t("interview.guide.none")}</p>;
  return (
    <ul aria-label={t("interview.questions")} className="list-disc ps-5">
      {questions.map((question) => (
        <li key={question.id} className="measure">
          {inLanguage(format.locale, { en: question.textEn, fr: question.textFr })}
        </li>
      ))}
    </ul>
  );
}
