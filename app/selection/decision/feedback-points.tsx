import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { FeedbackPointView } from "./feedback-page.ts";

/** A level found on a criterion in the rubric's words, and what the next one looks like; said plainly where there is none. */
export function PointLevel({ point: { level, anchors } }: { readonly point: FeedbackPointView }) {
  const { t, format } = useLanguage();
  if (level === null) return <p className="text-muted">{t("feedback.notObserved")}</p>;
  const { own, next } = anchors;
  return (
    <DefinitionList
      items={[
        {
          term: t("feedback.level", { level }),
          detail: own ? inLanguage(format.locale, own) : t("rubric.between"),
        },
        ...(next
          ? [
              {
                term: t("feedback.nextLevel", { level: next.level }),
                detail: inLanguage(format.locale, next),
              },
            ]
          : []),
      ]}
    />
  );
}

interface Props {
  readonly points: readonly FeedbackPointView[];
  /** The rank of each criterion's heading in the page's outline. */
  readonly heading: "h3" | "h4";
}

/** Criteria of a feedback, each with what it is about, the level found, and the panel's words. */
export function FeedbackPoints({ points, heading: Heading }: Props) {
  const { format } = useLanguage();
  return (
    <ul className="space-y-6">
      {points.map((point) => (
        <li key={point.criterionId} className="break-inside-avoid">
          <Heading className="font-semibold">{inLanguage(format.locale, point.name)}</Heading>
          <p className="measure mb-2 text-sm text-muted">{inLanguage(format.locale, point.definition)}</p>
          <PointLevel point={point} />
          {point.text !== "" && <p className="measure mt-2 whitespace-pre-line">{point.text}</p>}
        </li>
      ))}
    </ul>
  );
}
