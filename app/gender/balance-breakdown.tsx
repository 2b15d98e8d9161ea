import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { ChartShare } from "#app/ui/chart-share.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { type BalanceRow, type Breakdown, type Column, shareFigure } from "./balance.ts";
import { countIn } from "./stage-impact.ts";

interface RoleName {
  readonly code: string;
  readonly nameEn: string;
  readonly nameFr: string;
}

interface Props {
  readonly breakdown: Extract<Breakdown, "role" | "level" | "region">;
  readonly rows: readonly BalanceRow[];
  readonly columns: readonly Column[];
  readonly leastBase: number;
  /** In the order of protocol, in which roles are shown. */
  readonly roleKinds: readonly RoleName[];
}

/** How each line of one breakdown is called. */
function useLineName(breakdown: Props["breakdown"], roleKinds: readonly RoleName[]) {
  const { t, format, known } = useLanguage();
  return (key: string): string => {
    if (breakdown === "level") return key;
    if (breakdown === "role") {
      const kind = roleKinds.find(({ code }) => code === key);
      return kind ? nameIn(format.locale, kind) : key;
    }
    if (key === "") return t("gender.region.none");
    const found = known(`gender.region.${key.replace(/[^A-Za-z]/g, "")}`);
    return found ? t(found) : key;
  };
}

/** One breakdown: the share of women among those nominated, and every stage behind it. */
export function BalanceBreakdown({ breakdown, rows, columns, leastBase, roleKinds }: Props) {
  const { t, format } = useLanguage();
  const nameOf = useLineName(breakdown, roleKinds);
  const order = new Map(roleKinds.map(({ code }, position) => [code, position]));
  const lines = rows
    .filter((row) => row.breakdown === breakdown)
    .toSorted((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0));
  if (lines.length === 0) return null;
  const count = (value: number | null) => (value === null ? t("gender.withheld") : format.number(value));
  return (
    <div className="mt-8 grid gap-4">
      <ChartShare
        title={t(`gender.breakdown.${breakdown}`)}
        description={t("gender.breakdown.nominated")}
        tableLabel={t("gender.flow.table")}
        rowHeading={t("gender.breakdown.line")}
        shareHeading={t("gender.flow.share")}
        targetHeading={t("gender.leaders.target")}
        rows={lines.map((line) => {
          const [nominated] = line.stages;
          const share = nominated
            ? shareFigure(countIn(nominated, columns, "woman"), countIn(nominated, columns, "man"), leastBase)
            : null;
          return {
            key: line.key,
            label: nameOf(line.key),
            share: share?.share ?? null,
            ...(share && { low: share.low, high: share.high }),
          };
        })}
        format={(share) => (share === null ? t("gender.none") : format.percent(share))}
      />
      <DataTable
        caption={t(`gender.breakdown.${breakdown}`)}
        rows={lines}
        rowKey={({ key }) => key}
        empty={null}
        stickyFirst
        note={t("gender.breakdown.cells")}
        columns={[
          {
            key: "line",
            header: t("gender.breakdown.line"),
            cell: ({ key }) => nameOf(key),
          },
          ...(lines[0]?.stages ?? []).map(({ stage }, position) => ({
            key: stage,
            header: t(`gender.stage.${stage}`),
            align: "end" as const,
            cell: (line: BalanceRow) => {
              const figure = line.stages[position];
              if (!figure) return t("gender.none");
              const [women, men] = [countIn(figure, columns, "woman"), countIn(figure, columns, "man")];
              const base = women === null || men === null ? null : women + men;
              const others = othersIn(figure, columns);
              const given = { women: count(women), base: count(base), others: count(others) };
              return others === 0
                ? t("gender.breakdown.cell", given)
                : t("gender.breakdown.cellOthers", given);
            },
          })),
        ]}
      />
    </div>
  );
}

/** Those who are neither counted as women nor as men; null where that is withheld. */
function othersIn(figure: BalanceRow["stages"][number], columns: readonly Column[]): number | null {
  const parts = columns
    .filter((column) => column !== "woman" && column !== "man" && column !== "total")
    .map((column) => countIn(figure, columns, column));
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}
