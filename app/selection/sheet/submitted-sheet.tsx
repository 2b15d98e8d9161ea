import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { useForgottenSheet } from "./kept-sheet.tsx";
import { HowSure, useMarkWords } from "./score-sheet-criterion.tsx";
import type { SheetCriterion, SheetPage } from "./score-sheet-page.ts";

/** A member's own sheet once it can no longer be written: what was submitted, its receipt, and which sheet is next. */
export function SubmittedSheet({ sheet }: { readonly sheet: SheetPage }) {
  const { t } = useLanguage();
  useForgottenSheet(sheet);
  return (
    <>
      {sheet.submittedAt ? (
        <SubmittedNotice sheet={sheet} at={sheet.submittedAt} />
      ) : (
        <Alert title={t("refusal.notScoringPhase")} actions={<ToPanel panelId={sheet.panelId} />} />
      )}
      <Section title={t(sheet.submittedAt ? "selection.sheet.marks" : "selection.sheet.draftMarks")}>
        <Marks sheet={sheet} />
      </Section>
    </>
  );
}

interface NoticeProps {
  readonly sheet: SheetPage;
  readonly at: string;
}

/** That a sheet is in and since when, with its receipt, and which is next. */
export function SubmittedNotice({ sheet, at }: NoticeProps) {
  const { t, format } = useLanguage();
  const { panelId, next, owed, receipt, open } = sheet;
  return (
    <Alert
      tone="good"
      title={t("selection.sheet.submittedAt", { at: format.dateTime(at) })}
      actions={
        <>
          {open && next && (
            <LinkButton to={paths.sheet(panelId, next)} variant="primary">
              {t("selection.sheet.next", { count: owed })}
            </LinkButton>
          )}
          <ToPanel panelId={panelId} />
          {receipt && (
            <>
              <LinkButton to={paths.receipt(receipt.id)} reloadDocument>
                {t("selection.sheet.receipt")}
              </LinkButton>
              <LinkButton to={paths.receipts()}>{t("selection.sheet.checkReceipt")}</LinkButton>
            </>
          )}
        </>
      }
    >
      {open && <p>{t("selection.sheet.submittedText")}</p>}
      {open && !next && <p>{t("selection.sheet.allDone")}</p>}
      {receipt && (
        <p className="figures break-all text-sm">
          {t("selection.sheet.receiptHash", { hash: receipt.leafHash })}
        </p>
      )}
    </Alert>
  );
}

function ToPanel({ panelId }: { readonly panelId: string }) {
  const { t } = useLanguage();
  return <LinkButton to={paths.panel(panelId)}>{t("selection.panel.one")}</LinkButton>;
}

function Marks({ sheet }: { readonly sheet: SheetPage }) {
  const { format } = useLanguage();
  return (
    <DefinitionList
      items={sheet.rubric.criteria.map((criterion) => ({
        term: inLanguage(format.locale, criterion.name),
        detail: <Mark sheet={sheet} criterion={criterion} />,
      }))}
    />
  );
}

interface MarkProps {
  readonly sheet: SheetPage;
  readonly criterion: SheetCriterion;
}

function Mark({ sheet, criterion }: MarkProps) {
  const { format } = useLanguage();
  const say = useMarkWords();
  const entry = sheet.entries.find(({ criterionId }) => criterionId === criterion.id);
  const anchor = criterion.anchors.find(({ level }) => level === entry?.level);
  return (
    <>
      <p className="font-semibold first-letter:uppercase">
        {say(entry ?? { level: null, notObserved: false })}
      </p>
      {anchor && <p className="text-sm text-muted">{inLanguage(format.locale, anchor)}</p>}
      {entry?.evidence && <p className="mt-1 whitespace-pre-line">{entry.evidence}</p>}
      <HowSure confidence={entry?.confidence} />
    </>
  );
}
