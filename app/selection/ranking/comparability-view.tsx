import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { Comparability } from "./comparability.ts";
import { ComputedNote } from "./computed-note.tsx";
import type { RankingPage } from "./ranking-page.ts";

interface Props {
  readonly page: RankingPage;
}

/** Whether every candidate can be compared with every other, and which sheets would make it so. */
export function ComparabilityView({ page }: Props) {
  const { t } = useLanguage();
  const { comparability: found } = page;
  return (
    <>
      {found.kind === "noScores" && <p className="text-muted">{t("selection.ranking.noScores")}</p>}
      {found.kind === "connected" && (
        <p className="measure">
          {t("selection.ranking.connected", {
            candidacies: found.candidacies,
            members: found.members,
            sheets: found.sheets,
          })}
        </p>
      )}
      {found.kind === "apart" && <Apart page={page} found={found} />}
      <ComputedNote of="connection" />
    </>
  );
}

/** So many names of a group are written out. */
const NAMED = 20;

interface ApartProps extends Props {
  readonly found: Extract<Comparability, { kind: "apart" }>;
}

function Apart({ page, found }: ApartProps) {
  const { t, format } = useLanguage();
  const { groups, advice } = found;
  const name = (id: string) => page.people[id]?.name ?? "–";
  const member = (id: string) => page.members[id] ?? "–";
  const listed = (names: readonly string[]) =>
    names.length > NAMED
      ? t("selection.ranking.andOthers", {
          names: names.slice(0, NAMED).join(", "),
          count: names.length - NAMED,
        })
      : format.list(names);
  return (
    <>
      <DataTable
        caption={t("selection.ranking.groups")}
        rows={groups.map((group, at) => ({ ...group, number: at + 1 }))}
        rowKey={({ number }) => String(number)}
        empty={null}
        columns={[
          {
            key: "group",
            header: t("selection.ranking.group"),
            rowHeader: true,
            cell: ({ number }) => format.number(number),
          },
          {
            key: "candidates",
            header: t("selection.ranking.candidates"),
            cell: ({ candidacyIds }) => listed(candidacyIds.map(name)),
          },
          {
            key: "members",
            header: t("selection.ranking.scoredBy"),
            cell: ({ memberIds }) => listed(memberIds.map(member)),
          },
        ]}
      />
      {advice.sheetsToAdd.length > 0 && (
        <>
          <p className="measure mt-4 font-semibold">{t("selection.ranking.wouldMend")}</p>
          <ul className="mt-1 list-disc ps-6">
            {advice.sheetsToAdd.map(({ candidacyId, memberId }) => (
              <li key={`${candidacyId} ${memberId}`}>
                {t("selection.ranking.sheetToAdd", {
                  member: member(memberId),
                  candidate: name(candidacyId),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {advice.cannotJoin.length > 0 && (
        <p className="measure mt-4">
          {t("selection.ranking.cannotJoin", {
            groups: format.list(advice.cannotJoin.map((group) => format.number(group + 1))),
            count: advice.cannotJoin.length,
          })}
        </p>
      )}
    </>
  );
}
