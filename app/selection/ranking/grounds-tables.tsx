import type { ReactNode } from "react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { ComputedNote } from "./computed-note.tsx";
import type { PlaceGrounds, RankingPage } from "./ranking-page.ts";

interface Props {
  readonly page: Pick<RankingPage, "grounds" | "people" | "members" | "shown">;
}

interface FigureColumn {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: PlaceGrounds) => ReactNode;
}

interface GroundsProps extends Props {
  readonly of: "weights" | "without";
  /** A figure of each candidacy to a column. */
  readonly figures: readonly FigureColumn[];
}

/** What a ranking rests on, candidacy by candidacy, and how it was computed; says where there are more than these. */
function GroundsTable({ page, of, figures }: GroundsProps) {
  const { t } = useLanguage();
  const { from, to, of: all } = page.shown;
  return (
    <>
      <DataTable
        caption={t(`selection.ranking.${of}`)}
        captionHidden
        stickyFirst
        rows={page.grounds}
        rowKey={({ candidacyId }) => candidacyId}
        empty={null}
        note={to - from + 1 < all ? t("selection.ranking.partShown", { from, to, of: all }) : undefined}
        columns={[
          {
            key: "name",
            header: t("selection.panel.candidate"),
            rowHeader: true,
            cell: ({ candidacyId }: PlaceGrounds) => page.people[candidacyId]?.name ?? "–",
          },
          ...figures.map((figure) => ({ ...figure, align: "end" as const })),
        ]}
      />
      <ComputedNote of={of} />
    </>
  );
}

/** How often each candidacy takes each of the first ranks when the weights are drawn anew. */
export function AcceptabilityTable({ page }: Props) {
  const { t, format } = useLanguage();
  const ranks = page.grounds[0]?.acceptabilities.length ?? 0;
  const figures = Array.from({ length: ranks }, (_, at) => ({
    key: `rank${at + 1}`,
    header: t("selection.ranking.rankNumber", { rank: at + 1 }),
    cell: ({ acceptabilities }: PlaceGrounds) => format.percent(acceptabilities[at] ?? 0),
  }));
  return <GroundsTable page={page} of="weights" figures={figures} />;
}

/** The rank of each candidacy had each member not been there. */
export function WithoutTable({ page }: Props) {
  const { t, format } = useLanguage();
  const memberIds = page.grounds[0]?.rankWithout.map(({ memberId }) => memberId) ?? [];
  const figures: readonly FigureColumn[] = [
    {
      key: "rank",
      header: t("selection.ranking.rank"),
      cell: ({ rank }) => format.number(rank),
    },
    ...memberIds.map((id, at) => ({
      key: id,
      header: t("selection.ranking.withoutMember", { name: page.members[id] ?? "–" }),
      cell: ({ rank, rankWithout }: PlaceGrounds) => {
        const without = rankWithout[at]?.rank ?? null;
        if (without === null) return "–";
        return without === rank ? format.number(without) : <strong>{format.number(without)}</strong>;
      },
    })),
  ];
  return <GroundsTable page={page} of="without" figures={figures} />;
}
