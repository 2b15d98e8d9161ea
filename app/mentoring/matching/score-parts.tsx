import { useLanguage } from "#app/i18n/provider.tsx";
import { type PairScore, SCORE_PARTS } from "./match-score.ts";

interface Props {
  readonly parts: PairScore["parts"];
}

/** What a pair's score is made of, out of a hundred each; parts nobody said anything about are left out. */
export function ScoreParts({ parts }: Props) {
  const { t, format } = useLanguage();
  return (
    <ul className="text-sm">
      {SCORE_PARTS.map((part) => {
        const points = parts[part];
        return points === null ? null : (
          <li key={part} className="flex justify-between gap-4">
            <span>{t(`mentoring.part.${part}`)}</span>
            <span className="figures text-muted">{format.number(points, 0)}</span>
          </li>
        );
      })}
    </ul>
  );
}
