import { useLanguage } from "#app/i18n/provider.tsx";
import { AgreementNote } from "#app/selection/ranking/agreement-note.tsx";
import { ComputedNote } from "#app/selection/ranking/computed-note.tsx";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { ReportFindings } from "./report-findings.tsx";
import { recommendedInOrder } from "./report-order.ts";
import type { ReportView } from "./report-page.ts";
import { ReportPanel } from "./report-panel.tsx";
import { codeWords, methodWords, outcomeWords, roundsWords } from "./report-words.ts";

interface Props {
  readonly report: ReportView;
  /** Members whose signature is wanting. */
  readonly wanting: readonly string[];
}

/** Recommended candidates go forward unranked where their order is not sure (METHOD §4). */
export function FindingsLead({ report }: { readonly report: ReportView }) {
  const { t } = useLanguage();
  const ordered = recommendedInOrder(report);
  if (ordered === null) return null;
  return <>{t(ordered ? "selection.report.ordered" : "selection.report.unordered")}</>;
}

/** The panel's report as it was made: what was found of each candidacy, by whom, on which figures. */
export function ReportSheet({ report, wanting }: Props) {
  const { t } = useLanguage();
  const { content } = report;
  return (
    <>
      <Section title={t("selection.report.findings")} lead={<FindingsLead report={report} />}>
        <ReportFindings report={report} />
        {content.balanceReason && (
          <p className="measure mt-4">
            {t("selection.report.term", {
              term: t("selection.report.balanceReason"),
              detail: content.balanceReason,
            })}
          </p>
        )}
        <ComputedNote of="places" />
      </Section>
      {report.others.length > 0 && (
        <Section title={t("selection.report.others")} lead={t("selection.report.othersLead")}>
          <Others report={report} />
        </Section>
      )}
      <Section title={t("selection.report.figures")}>
        <AgreementNote agreement={content.figures.agreement} />
        <Method report={report} />
        <ComputedNote of="agreement" />
      </Section>
      <Rounds report={report} />
      <Section title={t("selection.report.panel")}>
        <ReportPanel report={report} wanting={wanting} />
      </Section>
    </>
  );
}

function Method({ report }: Pick<Props, "report">) {
  const { t, format } = useLanguage();
  const { content } = report;
  return (
    <>
      <ul className="measure mt-3 list-disc space-y-1 ps-5 text-sm">
        {methodWords(t, format, content).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="measure mt-2 text-sm text-muted">
        {t("selection.report.inputs")} <code className="break-all">{content.figures.inputsHash}</code>
      </p>
      <p className="measure mt-2 text-sm text-muted">
        {t("selection.rubric.hash")} <code className="break-all">{content.rubric.hash}</code>
      </p>
    </>
  );
}

/** Which rounds the panel went through, and when. */
function Rounds({ report }: Pick<Props, "report">) {
  const { t, format } = useLanguage();
  const words = roundsWords(t, format, report);
  if (words.length === 0) return null;
  return (
    <Section title={t("rounds.title")}>
      <ul className="measure list-disc space-y-1 ps-5">
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  );
}

/** How the cases ended that the panel did not judge: counted, and by name for those who oversee them. */
function Others({ report }: Pick<Props, "report">) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("selection.report.others")}
      captionHidden
      rows={report.others}
      rowKey={({ outcome, codes }) => `${outcome} ${codes.join(" ")}`}
      empty={null}
      columns={[
        {
          key: "outcome",
          header: t("selection.finding.outcome"),
          rowHeader: true,
          cell: ({ outcome }) => outcomeWords(t, outcome),
        },
        {
          key: "reasons",
          header: t("selection.finding.reasons"),
          cell: ({ codes }) => format.list(codes.map((code) => codeWords(t, code))),
        },
        {
          key: "count",
          header: t("selection.report.candidacies"),
          align: "end",
          cell: ({ count }) => format.number(count),
        },
        {
          key: "names",
          header: t("selection.panel.candidate"),
          cell: ({ names }) => (names.length > 0 ? format.list(names) : "–"),
        },
      ]}
    />
  );
}
