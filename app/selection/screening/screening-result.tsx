import { useLanguage } from "#app/i18n/provider.tsx";
import { Section } from "#app/ui/card.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import type { Requirement } from "./requirement.ts";
import { useRequirementWords } from "./requirement-list.tsx";
import type { ScreeningView } from "./screening.queries.server.ts";
import type { ScreeningReason } from "./screening-reasons.ts";
import { Explanations } from "./screening-standing.tsx";

type Sheet = ScreeningView["sheets"][number];

interface Props {
  readonly screening: ScreeningView;
  readonly checks: readonly { readonly key: string; readonly requirement: Requirement }[];
}

/** The outcome of a screening with what it rests on, and each officer's finding that is open to the reader. */
export function ScreeningResult({ screening, checks }: Props) {
  const { t, format } = useLanguage();
  const { outcome, sheets } = screening;
  return (
    <>
      {outcome && (
        <p className="measure mb-3">
          {t(outcome.passed ? "selection.screening.wasPassed" : "selection.screening.wasFailed", {
            date: format.date(outcome.createdAt),
            basis: t(`vetting.screening.basis.${outcome.basis}`),
          })}{" "}
          <Reasons reasons={outcome.reasons} />
        </p>
      )}
      {outcome?.note && <p className="measure mb-3 whitespace-pre-line">{outcome.note}</p>}
      {sheets.length > 0 && (
        <Section title={t("vetting.screening.sheets")}>
          <SheetTable sheets={sheets} checks={checks} requests={screening.requests} />
          <ul className="mt-3 flex flex-col gap-3">
            {sheets.map((sheet) => (
              <SheetWords key={sheet.id} sheet={sheet} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly ScreeningReason[] }) {
  const { t, format } = useLanguage();
  if (reasons.length === 0) return null;
  const words = format.list(reasons.map((reason) => t(`vetting.reason.${reason}`)));
  return <>{t("vetting.screening.reasonsLeft", { reasons: words })}</>;
}

function useSheetName() {
  const { t, format } = useLanguage();
  return ({ own, name, submittedAt, superseded }: Sheet) => {
    const date = format.date(submittedAt);
    const who = own
      ? t("vetting.screening.own", { date })
      : t("vetting.screening.sheet", { name: name ?? t("vetting.screening.somebody"), date });
    return superseded ? `${who} (${t("vetting.screening.superseded")})` : who;
  };
}

/** The requirements down, the officers across. */
function SheetTable({
  sheets,
  checks,
  requests,
}: {
  readonly sheets: readonly Sheet[];
  readonly checks: Props["checks"];
  readonly requests: ScreeningView["requests"];
}) {
  const { t } = useLanguage();
  const words = useRequirementWords();
  const nameOf = useSheetName();
  const columns = sheets.map(
    (sheet): Column<Props["checks"][number]> => ({
      key: sheet.id,
      header: nameOf(sheet),
      cell: ({ key }) => {
        const finding = sheet.findings.find(({ requirement }) => requirement === key);
        if (!finding) return "–";
        return (
          <>
            {t(`selection.screening.verdict.${finding.verdict}`)}
            {finding.evidence && <span className="block text-muted">{finding.evidence}</span>}
          </>
        );
      },
    }),
  );
  return (
    <DataTable
      caption={t("selection.requirement.title")}
      captionHidden
      stickyFirst
      rows={checks}
      rowKey={({ key }) => key}
      empty={null}
      columns={[
        {
          key: "requirement",
          header: t("selection.screening.requirement"),
          rowHeader: true,
          cell: ({ key, requirement }) => (
            <>
              {words(requirement)}
              <Explanations requests={requests} requirement={key} />
            </>
          ),
        },
        ...columns,
      ]}
    />
  );
}

function SheetWords({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useLanguage();
  const nameOf = useSheetName();
  return (
    <li className="measure">
      <span className="font-semibold">{nameOf(sheet)}</span>
      {": "}
      {t(sheet.passed ? "vetting.screening.passed" : "vetting.screening.failed")}.{" "}
      <Reasons reasons={sheet.reasons} />
      {sheet.note && <span className="block whitespace-pre-line">{sheet.note}</span>}
    </li>
  );
}
