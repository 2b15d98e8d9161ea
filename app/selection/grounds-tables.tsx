import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { ComputedNote } from "./computed-note.tsx";
import type { PlaceGrounds, RankingPage } from "./ranking-page.ts";

interface Props {
  readonly page: Pick<RankingPage, "grounds" | "people" | "members" | "figures">;
}

/** Says that there are more than these, where there are. */
function useNote({ grounds, figures }: Props["page"]) {
  const { t, format } = useLanguage();
  const shown = grounds.length;
  return shown < figures.rows.length
    ? t("selection.ranking.firstShown", { shown, count: format.number(figures.rows.length) })
    : undefined;
}

function useName({ people }: Props["page"]) {
  const { t } = useLanguage();
  return {
    key: "name",
    header: t("selection.panel.candidate"),
    rowHeader: true,
    cell: ({ candidacyId }: PlaceGrounds) => people[candidacyId]?.name ?? "–",
  };
}

/** How often each candidacy takes each of the first ranks when the weights are drawn anew. */
export function AcceptabilityTable({ page }: Props) {
  const { t, format } = useLanguage();
  const name = useName(page);
  const note = useNote(page);
  const shown = page.grounds[0]?.acceptabilities.length ?? 0;
  return (
    <>
      <DataTable
        caption={t("selection.ranking.weights")}
        captionHidden
        stickyFirst
        rows={page.grounds}
        rowKey={({ candidacyId }) => candidacyId}
        empty={null}
        note={note}
        columns={[
          name,
          ...Array.from({ length: shown }, (_, at) => ({
            key: `rank${at + 1}`,
            header: t("selection.ranking.rankNumber", { rank: at + 1 }),
            align: "end" as const,
            cell: ({ acceptabilities }: PlaceGrounds) => format.percent(acceptabilities[at] ?? 0),
          })),
        ]}
      />
      <ComputedNote of="weights" />
    </>
  );
}

/** The rank of each candidacy had each member not been there. */
export function WithoutTable({ page }: Props) {
  const { t, format } = useLanguage();
  const name = useName(page);
  const note = useNote(page);
  const memberIds = page.grounds[0]?.rankWithout.map(({ memberId }) => memberId) ?? [];
  return (
    <>
      <DataTable
        caption={t("selection.ranking.without")}
        captionHidden
        stickyFirst
        rows={page.grounds}
        rowKey={({ candidacyId }) => candidacyId}
        empty={null}
        note={note}
        columns={[
          name,
          {
            key: "rank",
            header: t("selection.ranking.rank"),
            align: "end" as const,
            cell: ({ rank }: PlaceGrounds) => format.number(rank),
          },
          ...memberIds.map((id, at) => ({
            key: id,
            header: t("selection.ranking.withoutMember", { name: page.members[id] ?? "–" }),
            align: "end" as const,
            cell: ({ rank, rankWithout }: PlaceGrounds) => {
              const without = rankWithout[at]?.rank ?? null;
              if (without === null) return "–";
              return without === rank ? format.number(without) : <strong>{format.number(without)}</strong>;
            },
          })),
        ]}
      />
      <ComputedNote of="without" />
    </>
  );
}
