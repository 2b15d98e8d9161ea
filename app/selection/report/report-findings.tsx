import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { nominatorName } from "#app/selection/nomination/nominator.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { FindingReasons } from "./finding-text.tsx";
import type { ReportedFinding } from "./panel-report.ts";
import type { ReportView } from "./report-page.ts";
import { criteriaOf, figuresOf, levelWords, noFiguresWords, sortedFindings } from "./report-words.ts";

interface Props {
  readonly report: ReportView;
}

/** What was found of each candidacy: its words first, the figures beside them, and the finding on each criterion. */
export function ReportFindings({ report }: Props) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {sortedFindings(report).map((finding) => (
        <li key={finding.candidacyId} className="py-4">
          <Finding report={report} finding={finding} />
        </li>
      ))}
    </ul>
  );
}

interface FindingProps extends Props {
  readonly finding: ReportedFinding;
}

function Finding({ report, finding }: FindingProps) {
  const { t, format } = useLanguage();
  const { candidacyId, outcome, text, reasonCodes, judges } = finding;
  const person = report.people[candidacyId];
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <strong>{person?.name}</strong>
        <Badge tone={outcome === "recommended" ? "good" : "neutral"}>
          {t(`selection.finding.outcome.${outcome}`)}
        </Badge>
        {person && (
          <span className="text-sm text-muted">
            {nominatorName(t, format.locale, person.nominatingState)}
          </span>
        )}
        {person?.left && <Badge>{t(`selection.candidacy.state.${person.left}`)}</Badge>}
      </p>
      <FindingReasons reasons={reasonCodes} />
      <p className="measure mt-1 whitespace-pre-line">{text}</p>
      <Figures report={report} candidacyId={candidacyId} />
      {judges > 0 && <p className="text-sm text-muted">{t("selection.report.judges", { count: judges })}</p>}
      <Criteria report={report} finding={finding} />
    </>
  );
}

function Figures({ report, candidacyId }: Props & { readonly candidacyId: string }) {
  const { t, format } = useLanguage();
  const figures = figuresOf(t, format, report.content.figures, candidacyId);
  if (figures.length === 0)
    return (
      <p className="mt-2 text-sm text-muted">{noFiguresWords(t, report.content.figures, candidacyId)}</p>
    );
  return (
    <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {figures.map(([term, figure]) => (
        <div key={term} className="flex gap-x-1.5">
          <dt className="text-muted">{term}</dt>
          <dd className="figures font-semibold">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

function Criteria({ report, finding }: FindingProps) {
  const { t, format } = useLanguage();
  const rows = criteriaOf(report.content, finding);
  if (rows.length === 0) return null;
  return (
    <details className="mt-2">
      <summary>{t("selection.report.onEach")}</summary>
      <div className="mt-2">
        <DataTable
          caption={t("selection.report.onEach")}
          captionHidden
          rows={rows}
          rowKey={({ criterionId }) => criterionId}
          empty={null}
          columns={[
            {
              key: "criterion",
              header: t("selection.rubric.criterion"),
              rowHeader: true,
              cell: ({ name }) => inLanguage(format.locale, name),
            },
            {
              key: "level",
              header: t("selection.finding.level"),
              cell: ({ level }) => levelWords(t, level),
            },
            {
              key: "text",
              header: t("selection.finding.criterionText"),
              cell: ({ text, reason }) => (
                <div className="measure min-w-52">
                  {text}
                  {reason && <p className="mt-1 text-muted">{t("selection.finding.departed", { reason })}</p>}
                </div>
              ),
            },
          ]}
        />
      </div>
    </details>
  );
}
