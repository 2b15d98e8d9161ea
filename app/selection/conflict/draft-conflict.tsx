import type { ReactNode } from "react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { differencesOf, type NewerDraft } from "#app/selection/nomination/nominee-draft.ts";
import type { DraftFile } from "#app/selection/nomination/nominee-file.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/table.tsx";

interface Props {
  readonly newer: NewerDraft;
  readonly own: DraftFile;
  readonly draftId: string;
  readonly title: string;
  /** The button that keeps one's own text. */
  readonly save: ReactNode;
}

/** Two focal points wrote on one file: both texts side by side, and whose stands is the later writer's to say. */
export function DraftConflict({ newer, own, draftId, title, save }: Props) {
  const { t } = useLanguage();
  const words = (text: string) =>
    text === "" ? <span className="text-muted">{t("nominating.draft.empty")}</span> : <Lines text={text} />;
  return (
    <div className="mb-6" data-both-texts tabIndex={-1}>
      <Alert
        tone="warn"
        role="alert"
        title={title}
        actions={
          <>
            {save}
            <LinkButton to={paths.draft(draftId)} size="small" reloadDocument>
              {t("selection.sheet.takeOther")}
            </LinkButton>
          </>
        }
      >
        {t("nominating.draft.changedText")}
      </Alert>
      <DataTable
        caption={t("nominating.draft.differences")}
        rows={differencesOf(own, newer.file)}
        rowKey={({ field }) => field}
        empty={<p className="mt-3 text-muted">{t("nominating.draft.noDifference")}</p>}
        columns={[
          {
            key: "field",
            header: t("nominating.draft.field"),
            rowHeader: true,
            cell: ({ field }) => t(`nominating.name.${field}`),
          },
          { key: "own", header: t("nominating.draft.own"), cell: (row) => words(row.own) },
          { key: "theirs", header: t("nominating.draft.theirs"), cell: (row) => words(row.theirs) },
        ]}
      />
    </div>
  );
}

const Lines = ({ text }: { readonly text: string }) => <span className="whitespace-pre-line">{text}</span>;
