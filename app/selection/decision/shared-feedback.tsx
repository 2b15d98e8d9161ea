import { useLanguage } from "#app/i18n/provider.tsx";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { Section } from "#app/ui/card.tsx";
import type { SharedFeedback as Shared } from "./feedback.queries.server.ts";
import { FeedbackPoints } from "./feedback-points.tsx";

interface Props {
  readonly feedback: readonly Shared[];
  /** It is the reader's own, shared or not. */
  readonly own?: boolean;
}

/** What somebody might develop, of the feedback that they let the cadre's officers see; nothing where there is none. */
export function SharedFeedback({ feedback, own = false }: Props) {
  const { t, format } = useLanguage();
  if (feedback.length === 0) return null;
  return (
    <Section title={t("feedback.development")} lead={t(own ? "development.ownGaps" : "feedback.sharedLead")}>
      {feedback.map(({ candidacyId, vacancy, releasedAt, points, advice }) => (
        <article key={candidacyId} className="mt-4">
          <h3 className="text-lg">{caseTitle(format.locale, vacancy)}</h3>
          <p className="mb-3 text-sm text-muted">
            {t("feedback.source", { reference: vacancy.reference, date: format.date(releasedAt) })}
          </p>
          {points.length > 0 ? (
            <FeedbackPoints points={points} heading="h4" />
          ) : (
            <p className="text-muted">{t("feedback.nothingToDevelop")}</p>
          )}
          {advice !== "" && (
            <>
              <h4 className="mt-4 font-semibold">{t("feedback.advice")}</h4>
              <p className="measure whitespace-pre-line">{advice}</p>
            </>
          )}
        </article>
      ))}
    </Section>
  );
}
