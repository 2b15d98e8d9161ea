import type { FormReply } from "#app/access/form-reply.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { ScoreSheetForm } from "./score-sheet-form.tsx";
import type { SheetPage } from "./score-sheet-page.ts";
import { SubmittedNotice, SubmittedSheet } from "./submitted-sheet.tsx";

export const SHEET_TITLES = {
  desk: "selection.sheet.title",
  interview: "interview.sheet.title",
} as const;

interface Props {
  readonly sheet: SheetPage;
  readonly reply: FormReply | undefined;
}

/**
 * A member's own sheet on one candidacy, to write or to read. Words that were refused because the sheet had been
 * submitted meanwhile stay in the form, so that their author can still take them elsewhere.
 */
export function OwnSheet({ sheet, reply }: Props) {
  const { t } = useLanguage();
  const { panelId, candidacyId, rubric } = sheet;
  const open = (sheet.open && !sheet.submittedAt) || reply !== undefined;
  return (
    <>
      <PanelHeader
        vacancy={sheet.vacancy}
        panelId={panelId}
        title={t(SHEET_TITLES[sheet.stage], { name: sheet.name })}
        lead={open && t(sheet.stage === "desk" ? "selection.sheet.lead" : "interview.sheet.lead")}
        actions={
          <>
            <LinkButton to={paths.dossier(panelId, candidacyId)}>{t("selection.sheet.readFile")}</LinkButton>
            <LinkButton to={paths.sheetHistory(panelId, candidacyId)}>
              {t("selection.sheet.history")}
            </LinkButton>
          </>
        }
      />
      {open && sheet.submittedAt && <SubmittedNotice sheet={sheet} at={sheet.submittedAt} />}
      {open ? (
        <ScoreSheetForm key={candidacyId} sheet={sheet} reply={reply} />
      ) : (
        <SubmittedSheet sheet={sheet} />
      )}
      {rubric.hash && (
        <p className="figures mt-8 break-all text-sm text-muted">
          {t("selection.sheet.rubricHash", { hash: rubric.hash })}
        </p>
      )}
    </>
  );
}
