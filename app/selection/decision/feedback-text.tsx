import { useT } from "#app/i18n/provider.tsx";
import { Section } from "#app/ui/card.tsx";
import type { FeedbackPointView } from "./feedback-page.ts";
import { FeedbackPoints } from "./feedback-points.tsx";

interface Props {
  readonly points: readonly FeedbackPointView[];
  readonly advice: string;
}

/** A feedback as its candidate reads it: strengths, what to develop, what was not seen, advice. */
export function FeedbackTextView({ points, advice }: Props) {
  const t = useT();
  const parts = [
    { title: t("feedback.strengths"), side: "strength" },
    { title: t("feedback.development"), side: "development" },
    { title: t("feedback.unobserved"), side: null },
  ] as const;
  return (
    <>
      {parts.map(({ title, side }) => {
        const those = points.filter((point) => point.side === side);
        return (
          those.length > 0 && (
            <Section key={title} title={title}>
              <FeedbackPoints points={those} heading="h3" />
            </Section>
          )
        );
      })}
      {advice !== "" && (
        <Section title={t("feedback.advice")}>
          <p className="measure whitespace-pre-line">{advice}</p>
        </Section>
      )}
    </>
  );
}
