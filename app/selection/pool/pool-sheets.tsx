import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { EvidenceList } from "#app/selection/screening/evidence-list.tsx";
import { useRequirementWords } from "#app/selection/screening/requirement-list.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { PoolReviewPage } from "./pool-review-page.queries.server.ts";

interface Props {
  readonly review: PoolReviewPage;
  readonly roleKinds: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[];
}

/** What the file says of each requirement, by itself: a suggestion, with the evidence quoted. */
export function PoolChecks({ checks, file }: Pick<PoolReviewPage, "checks" | "file">) {
  const { t } = useLanguage();
  const words = useRequirementWords();
  return (
    <DataTable
      caption={t("selection.requirement.title")}
      captionHidden
      rows={checks}
      rowKey={({ key }) => key}
      empty={<p className="text-muted">–</p>}
      columns={[
        {
          key: "requirement",
          header: t("selection.screening.requirement"),
          rowHeader: true,
          cell: ({ requirement }) => words(requirement),
        },
        {
          key: "suggestion",
          header: t("nominating.pool.fileSays"),
          cell: ({ suggestion }) => t(`selection.screening.verdict.${suggestion}`),
        },
        {
          key: "evidence",
          header: t("selection.screening.evidence"),
          cell: ({ evidence }) => <EvidenceList evidence={evidence} states={file.states} />,
        },
      ]}
    />
  );
}

/** How far the review has come, and the findings that are open to the reader. */
export function PoolSheets({ review, roleKinds }: Props) {
  const { t, format } = useLanguage();
  const words = useRequirementWords();
  const { state, waitsFor, mine, sheets, checks } = review;
  const kinds = (codes: readonly string[]) =>
    format.list(
      roleKinds.filter(({ code }) => codes.includes(code)).map((kind) => nameIn(format.locale, kind)),
    );
  return (
    <>
      {state === "consented" && waitsFor && (
        <Alert
          role="note"
          title={
            mine
              ? `${t(`nominating.pool.standing.${waitsFor}`)}. ${t("nominating.pool.mine")}`
              : t(`nominating.pool.standing.${waitsFor}`)
          }
        >
          {t("nominating.pool.rule")}
        </Alert>
      )}
      {sheets.length > 0 && (
        <Section title={t("vetting.screening.sheets")}>
          <ul className="flex flex-col gap-4">
            {sheets.map((sheet) => (
              <li key={sheet.id} className="measure">
                <span className="font-semibold">
                  {sheet.own
                    ? t("vetting.screening.own", { date: format.date(sheet.submittedAt) })
                    : t("vetting.screening.sheet", {
                        name: sheet.name ?? t("vetting.screening.somebody"),
                        date: format.date(sheet.submittedAt),
                      })}
                </span>
                {": "}
                {sheet.passed && sheet.level
                  ? t("nominating.pool.found.suitable", {
                      roleKinds: kinds(sheet.roleKindCodes),
                      level: t(`cadre.readiness.${sheet.level}`),
                    })
                  : t("nominating.pool.found.notTaken")}
                {sheet.reasons.length > 0 &&
                  ` (${format.list(sheet.reasons.map((reason) => t(`vetting.reason.${reason}`)))})`}
                <ul className="list-disc ps-5 text-sm">
                  {checks.map(({ key, requirement }) => {
                    const finding = sheet.findings.find((one) => one.requirement === key);
                    if (!finding) return null;
                    return (
                      <li key={key}>
                        {`${words(requirement)}: ${t(`selection.screening.verdict.${finding.verdict}`)}`}
                        {finding.evidence && <span className="block text-muted">{finding.evidence}</span>}
                      </li>
                    );
                  })}
                </ul>
                {sheet.evidence && <span className="block whitespace-pre-line">{sheet.evidence}</span>}
                {sheet.note && <span className="block whitespace-pre-line text-muted">{sheet.note}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
