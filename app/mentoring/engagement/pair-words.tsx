import { useLanguage } from "#app/i18n/provider.tsx";
import { type PairScore, SCORE_PARTS } from "#app/mentoring/matching/match-score.ts";

interface Props {
  readonly parts: PairScore["parts"];
  readonly pinned: boolean;
}

/** Points from which a part speaks for a pair, and up to which it speaks against it. */
const STRONG = 80;
const WEAK = 20;

/** Why a pair was formed, in a sentence: what speaks for it, and what does not. */
export function PairWords({ parts, pinned }: Props) {
  const { t, format } = useLanguage();
  const named = (holds: (points: number) => boolean) =>
    SCORE_PARTS.filter((part) => parts[part] !== null && holds(parts[part])).map((part) =>
      t(`mentoring.part.${part}`),
    );
  const strong = named((points) => points >= STRONG);
  const weak = named((points) => points <= WEAK);
  return (
    <p className="mb-1 text-sm">
      {pinned && `${t("matching.words.pinned")} `}
      {strong.length > 0
        ? t("matching.words.strong", { parts: format.list(strong) })
        : t("matching.words.even")}
      {weak.length > 0 && ` ${t("matching.words.weak", { parts: format.list(weak) })}`}
    </p>
  );
}
