import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { ChartInterval } from "#app/ui/chart-interval.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { type BalanceRow, type Breakdown, type Column, shareFigure } from "./balance.ts";
import { LEVELS_FROM_THE_HIGHEST } from "./leaders.ts";
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
  const order: readonly string[] = [...roleKinds.map(({ code }) => code), ...LEVELS_FROM_THE_HIGHEST];
  const lines = rows
    .filter((row) => row.breakdown === breakdown)
    .toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  if (lines.length === 0) return null;
  const shares = lines.flatMap((line) => {
    const [nominated] = line.stages;
    const share =
      nominated &&
      shareFigure(countIn(nominated, columns, "woman"), countIn(nominated, columns, "man"), leastBase);
    return share ? [{ key: line.key, ...share }] : [];
  });
  const count = (value: number | null) => (value === null ? t("gender.withheld") : format.number(value));
  return (
    <div className="mt-8 grid grid-cols-1 gap-4">
      {shares.length > 0 && (
        <ChartInterval
          title={t(`gender.breakdown.${breakdown}`)}
          description={t("gender.breakdown.nominated")}
          tableLabel={t("gender.flow.table")}
          rowHeading={t("gender.breakdown.line")}
          valueHeading={t("gender.flow.share")}
          lowHeading={t("gender.breakdown.low")}
          highHeading={t("gender.breakdown.high")}
          domain={[0, 1]}
          rows={shares.map(({ key, share, low, high }) => ({
            key,
            label: nameOf(key),
            ...{ value: share, low, high, filled: true, note: format.percent(share) },
          }))}
          format={(share) => format.percent(share)}
        />
      )}
      <DataTable
        caption={t("gender.breakdown.stages", { breakdown: t(`gender.breakdown.${breakdown}`) })}
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
