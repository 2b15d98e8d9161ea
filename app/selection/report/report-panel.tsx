import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { exceptionsIn } from "./panel-report.ts";
import type { ReportView } from "./report-page.ts";
import { conflictWords } from "./report-words.ts";

interface Props {
  readonly report: ReportView;
  /** Members whose signature is wanting. */
  readonly wanting: readonly string[];
}

/** Who sat on the panel, from how much each was recused and why, and how each signed. */
export function ReportPanel({ report, wanting }: Props) {
  const { t, format } = useLanguage();
  const { content } = report;
  const conflicts = content.v === 2 ? content.conflicts : [];
  const exceptions = exceptionsIn(content);
  return (
    <>
      <DataTable
        caption={t("selection.report.panel")}
        captionHidden
        rows={content.composition.members}
        rowKey={({ memberId }) => memberId}
        empty={null}
        columns={[
          {
            key: "name",
            header: t("selection.panel.memberName"),
            rowHeader: true,
            cell: ({ memberId, chair }) =>
              chair
                ? `${report.members[memberId] ?? "–"} (${t("selection.panel.chair")})`
                : (report.members[memberId] ?? "–"),
          },
          {
            key: "nationality",
            header: t("selection.person.nationality"),
            cell: ({ nationality }) => {
              const state = report.states[nationality];
              return state ? nameIn(format.locale, state) : nationality;
            },
          },
          {
            key: "recused",
            header: t("selection.report.recusedFrom"),
            cell: ({ memberId, recusedFrom }) => (
              <>
                <span className="figures">{format.number(recusedFrom)}</span>
                <span className="block text-sm text-muted">
                  {conflictWords(t, format, conflicts, memberId)}
                </span>
              </>
            ),
          },
          {
            key: "signed",
            header: t("selection.report.signature"),
            cell: ({ memberId }) => <Signature report={report} memberId={memberId} wanting={wanting} />,
          },
        ]}
      />
      {exceptions.length > 0 && (
        <div className="mt-4">
          <p className="font-semibold">{t("selection.report.exceptions")}</p>
          <DefinitionList
            items={exceptions.map(({ rule, reason }) => ({
              term: t(`selection.report.exception.${rule}`),
              detail: reason,
            }))}
          />
        </div>
      )}
    </>
  );
}

interface SignatureProps extends Props {
  readonly memberId: string;
}

function Signature({ report, memberId, wanting }: SignatureProps) {
  const { t, format } = useLanguage();
  const signature = report.signatures.find((one) => one.memberId === memberId);
  if (!signature) {
    return (
      <Badge tone="warn">
        {t(wanting.includes(memberId) ? "selection.report.wanting" : "selection.report.notAsked")}
      </Badge>
    );
  }
  return (
    <>
      {t(signature.dissents ? "selection.report.signedDissenting" : "selection.report.signedOn", {
        date: format.date(signature.signedAt),
      })}
      {signature.dissent && <span className="block text-muted">{signature.dissent}</span>}
    </>
  );
}
