import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { listPledges } from "./mentor.queries.server.ts";

interface Props {
  readonly pledges: Awaited<ReturnType<typeof listPledges>>;
}

/** The mentors a state has pledged, and how many pairs each holds of how many they take. */
export function PledgeTable({ pledges }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("nominating.state.pledges")}
      captionHidden
      rows={pledges}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{t("nominating.state.noPledges")}</p>}
      columns={[
        {
          key: "name",
          header: t("mentoring.mentor.name"),
          rowHeader: true,
          cell: ({ person }) => `${person.familyName}, ${person.givenName}`,
        },
        {
          key: "pledged",
          header: t("mentoring.mentor.pledgedOn"),
          nowrap: true,
          cell: ({ pledgedAt }) => format.date(pledgedAt),
        },
        {
          key: "pairs",
          header: t("mentoring.mentor.pairs"),
          cell: ({ activePairs, capacity }) =>
            t("mentoring.mentor.pairsOf", { active: activePairs, capacity }),
        },
      ]}
    />
  );
}
