import { partsOfCode } from "#app/i18n/issue-code.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { ImportPage } from "./import.queries.server.ts";

interface Props {
  readonly page: Pick<ImportPage, "problems" | "problemCount">;
}

/** Each bad cell of a sheet: where it is, what stands there, and what is wrong with it. */
export function ImportProblems({ page }: Props) {
  const { t, known, format } = useLanguage();
  const { problems, problemCount } = page;
  const words = (code: string) => {
    const { tail, params } = partsOfCode(code);
    return t(known(`nominating.problem.${code}`) ?? known(`invalid.${tail}`) ?? "invalid.other", params);
  };
  return (
    <DataTable
      caption={t("nominating.import.problems")}
      captionHidden
      rows={problems}
      rowKey={({ row, letters, column, code }) => `${row}${letters}${column}${code}`}
      empty={null}
      note={
        problemCount > problems.length
          ? t("nominating.import.problemsShown", {
              shown: format.number(problems.length),
              count: format.number(problemCount),
            })
          : undefined
      }
      columns={[
        {
          key: "cell",
          header: t("nominating.import.cell"),
          rowHeader: true,
          nowrap: true,
          cell: ({ row, letters, column }) =>
            letters && column ? `${letters}${row}` : t("nominating.import.wholeRow", { row }),
        },
        {
          key: "column",
          header: t("nominating.import.column"),
          cell: ({ column }) => (column ? t(`nominating.column.${column}`) : "–"),
        },
        {
          key: "found",
          header: t("nominating.import.found"),
          cell: ({ found }) => found || <span className="text-muted">{t("nominating.draft.empty")}</span>,
        },
        { key: "problem", header: t("nominating.import.problem"), cell: ({ code }) => words(code) },
      ]}
    />
  );
}
