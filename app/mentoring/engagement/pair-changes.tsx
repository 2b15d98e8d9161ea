import { useLanguage } from "#app/i18n/provider.tsx";
import type { ComparedPair } from "#app/mentoring/matching/match-comparison.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";

interface Props {
  readonly caption: string;
  readonly before: string;
  readonly after: string;
  readonly pairs: readonly (ComparedPair & { readonly mentee: string })[];
}

const TONES = { same: "neutral", changed: "warn", gained: "good", lost: "bad" } as const;

/** Each mentee in two matchings: the mentor in one and in the other, and what differs. */
export function PairChanges({ caption, before, after, pairs }: Props) {
  const { t, format } = useLanguage();
  const side = (of: ComparedPair["before"]) =>
    of
      ? t("matching.compare.side", { name: of.mentor ?? "–", score: format.number(of.score / 100, 1) })
      : "–";
  return (
    <DataTable
      caption={caption}
      captionHidden
      stickyFirst
      rows={pairs}
      rowKey={({ needId }) => needId}
      empty={<p className="text-muted">{t("matching.compare.none")}</p>}
      columns={[
        {
          key: "mentee",
          header: t("mentoring.engagement.mentee"),
          rowHeader: true,
          cell: ({ mentee }) => mentee,
        },
        { key: "before", header: before, cell: (pair) => side(pair.before) },
        { key: "after", header: after, cell: (pair) => side(pair.after) },
        {
          key: "change",
          header: t("matching.compare.change"),
          cell: ({ change }) => <Badge tone={TONES[change]}>{t(`matching.change.${change}`)}</Badge>,
        },
      ]}
    />
  );
}
