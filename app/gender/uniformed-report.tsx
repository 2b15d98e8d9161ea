import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { readUniformedImport } from "./uniformed-import.queries.server.ts";

interface Props {
  readonly sent: NonNullable<Awaited<ReturnType<typeof readUniformedImport>>>;
}

/** Of the months that a file tells too little of, so many are named. */
const MONTHS_NAMED = 6;

/** How a file stands, and what can be done with it now. */
export function UniformedStanding({ sent, mayTake }: Props & { readonly mayTake: boolean }) {
  const { t, format } = useLanguage();
  const { id, state, rows, refused, months } = sent;
  const good = rows - refused;
  const short = months.filter((month) => month.short);
  if (state !== "checked")
    return (
      <Alert tone={state === "taken" ? "good" : "info"} title={t(`gender.uniformed.import.state.${state}`)}>
        {t(`gender.uniformed.import.ended.${state}`)}
      </Alert>
    );
  return (
    <Alert
      tone={refused > 0 || short.length > 0 ? "warn" : "good"}
      title={t("gender.uniformed.import.found", { rows, refused })}
      actions={
        mayTake && (
          <div className="flex flex-wrap gap-3">
            {good > 0 && refused === 0 && (
              <Form method="post" action={paths.takeUniformed(id)}>
                <Button>{t("gender.uniformed.import.take")}</Button>
              </Form>
            )}
            {good > 0 && refused > 0 && (
              <LinkButton to={paths.takeUniformed(id)}>{t("gender.uniformed.import.takeRest")}</LinkButton>
            )}
            <Form method="post" action={paths.dropUniformed(id)}>
              <Button variant="secondary">{t("gender.uniformed.import.drop")}</Button>
            </Form>
          </div>
        )
      }
    >
      {t(refused > 0 ? "gender.uniformed.import.correctText" : "gender.uniformed.import.takeText")}
      {short.length > 0 && (
        <p className="mt-2">
          {t("gender.uniformed.import.short", {
            count: short.length,
            months: format.list(short.slice(0, MONTHS_NAMED).map(({ month }) => format.month(month))),
          })}
        </p>
      )}
    </Alert>
  );
}

/** Month by month what a file tells, beside what stands. */
export function UniformedMonths({ sent }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("gender.uniformed.import.months")}
      captionHidden
      rows={sent.months}
      rowKey={({ month }) => month}
      empty={<p>{t("gender.uniformed.import.noMonths")}</p>}
      columns={[
        {
          key: "month",
          header: t("gender.uniformed.month"),
          rowHeader: true,
          cell: ({ month }) => format.month(month),
        },
        {
          key: "becomes",
          header: t("gender.uniformed.import.becomes"),
          cell: ({ becomes, superseded }) =>
            t(
              superseded
                ? "gender.uniformed.import.becomes.superseded"
                : `gender.uniformed.import.becomes.${becomes}`,
            ),
        },
        {
          key: "lines",
          header: t("gender.uniformed.import.rows"),
          align: "end",
          cell: ({ lines }) => format.number(lines),
        },
        {
          key: "women",
          header: t("gender.column.woman"),
          align: "end",
          cell: ({ women, before }) =>
            before
              ? t("gender.uniformed.import.fromTo", {
                  from: format.number(before.women),
                  to: format.number(women),
                })
              : format.number(women),
        },
        {
          key: "men",
          header: t("gender.column.man"),
          align: "end",
          cell: ({ men, before }) =>
            before
              ? t("gender.uniformed.import.fromTo", {
                  from: format.number(before.men),
                  to: format.number(men),
                })
              : format.number(men),
        },
      ]}
    />
  );
}

/** Each cell that was not taken: where it is, what stands there, and what is wrong with it. */
export function UniformedProblems({ sent: { problems, refused } }: Props) {
  const { t, format } = useLanguage();
  const shown = new Set(problems.map(({ row }) => row)).size;
  return (
    <DataTable
      caption={t("gender.uniformed.import.problems")}
      captionHidden
      rows={problems}
      rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
      empty={null}
      note={
        refused > shown
          ? t("gender.uniformed.import.problemsShown", {
              shown: format.number(shown),
              count: format.number(refused),
            })
          : undefined
      }
      columns={[
        {
          key: "row",
          header: t("gender.uniformed.import.row"),
          rowHeader: true,
          cell: ({ row }) => format.number(row),
        },
        { key: "column", header: t("gender.uniformed.import.column"), cell: ({ column }) => column },
        {
          key: "cell",
          header: t("gender.uniformed.import.cell"),
          cell: ({ cell }) => cell || t("gender.none"),
        },
        {
          key: "why",
          header: t("gender.uniformed.import.why"),
          cell: ({ code }) => t(`gender.uniformed.problem.${code}`),
        },
      ]}
    />
  );
}
