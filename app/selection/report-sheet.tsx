import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { AgreementNote } from "./agreement-note.tsx";
import { orderIsSure } from "./ranking-figures.ts";
import type { ReportView } from "./report-page.ts";

interface Props {
  readonly report: ReportView;
  /** Members whose signature is wanting. */
  readonly wanting: readonly string[];
}

/** The panel's report as it was made: what was found of each candidacy, by whom, on which figures. */
export function ReportSheet({ report, wanting }: Props) {
  const { t, format } = useLanguage();
  const { content } = report;
  const { composition } = content;
  return (
    <>
      <Section title={t("selection.report.findings")} lead={<FindingsLead report={report} />}>
        <Findings report={report} />
        {content.balanceReason && (
          <p className="measure mt-4">
            <strong>{t("selection.report.balanceReason")}:</strong> {content.balanceReason}
          </p>
        )}
      </Section>
      <Section title={t("selection.report.figures")}>
        <AgreementNote agreement={content.figures.agreement} />
        <p className="measure mt-2 text-sm text-muted">
          {t("selection.rubric.hash")} <code className="break-all">{content.rubric.hash}</code>
        </p>
      </Section>
      <Section title={t("selection.report.panel")}>
        <DataTable
          caption={t("selection.report.panel")}
          captionHidden
          rows={composition.members}
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
              align: "end",
              cell: ({ recusedFrom }) => format.number(recusedFrom),
            },
            {
              key: "signed",
              header: t("selection.report.signature"),
              cell: ({ memberId }) => <Signature report={report} memberId={memberId} wanting={wanting} />,
            },
          ]}
        />
        {composition.exceptionReason && (
          <div className="mt-4">
            <DefinitionList
              items={[{ term: t("selection.setPanel.exceptionReason"), detail: composition.exceptionReason }]}
            />
          </div>
        )}
      </Section>
    </>
  );
}

/** Recommended candidates go forward unranked where their order is not sure (METHOD §4). */
function FindingsLead({ report }: { readonly report: ReportView }) {
  const { t } = useLanguage();
  const { candidacies, figures } = report.content;
  const recommended = candidacies
    .filter(({ outcome }) => outcome === "recommended")
    .map(({ candidacyId }) => candidacyId);
  if (recommended.length < 2) return null;
  return (
    <>{t(orderIsSure(figures, recommended) ? "selection.report.ordered" : "selection.report.unordered")}</>
  );
}

const OUTCOMES = ["recommended", "suitable", "notRecommended"] as const;

function Findings({ report }: { readonly report: ReportView }) {
  const { t, format } = useLanguage();
  const { candidacies, figures } = report.content;
  const recommended = candidacies
    .filter(({ outcome }) => outcome === "recommended")
    .map(({ candidacyId }) => candidacyId);
  const ordered = orderIsSure(figures, recommended);
  const place = (id: string) => figures.rows.findIndex(({ candidacyId }) => candidacyId === id);
  const name = (id: string) => report.people[id]?.sortName ?? "";
  const sorted = candidacies.toSorted(
    (a, b) =>
      OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) ||
      (ordered && a.outcome === "recommended" ? place(a.candidacyId) - place(b.candidacyId) : 0) ||
      name(a.candidacyId).localeCompare(name(b.candidacyId)),
  );
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {sorted.map(({ candidacyId, outcome, text }) => {
        const person = report.people[candidacyId];
        return (
          <li key={candidacyId} className="break-inside-avoid py-3">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <strong>{person?.name}</strong>
              <Badge tone={outcome === "recommended" ? "good" : "neutral"}>
                {t(`selection.finding.outcome.${outcome}`)}
              </Badge>
              {person && (
                <span className="text-sm text-muted">{nameIn(format.locale, person.nominatingState)}</span>
              )}
              {person?.withdrawn && <Badge>{t("selection.candidacy.state.withdrawn")}</Badge>}
            </p>
            <p className="measure mt-1 whitespace-pre-line">{text}</p>
          </li>
        );
      })}
    </ul>
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
