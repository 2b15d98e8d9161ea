import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { FormerPanel } from "./former-panel.tsx";
import type { RubricChangePage } from "./rubric-change.queries.server.ts";
import { RubricChangeNotes } from "./rubric-change-notes.tsx";

/** How the rubric was changed before, and what was set aside with it: kept, and counting for nothing. */
export function RubricChangePast({ page }: { readonly page: RubricChangePage }) {
  const { t, format } = useLanguage();
  const { owner, changes, setAside, formerPanels, panelId } = page;
  if (changes.length === 0) return null;
  return (
    <>
      <Section title={t("rubricChange.past")}>
        <RubricChangeNotes reference={owner.reference} changes={changes} />
      </Section>
      {panelId && setAside.length > 0 && (
        <Section title={t("rubricChange.setAside")} lead={t("rubricChange.setAsideLead")}>
          <DataTable
            caption={t("rubricChange.setAside")}
            captionHidden
            rows={setAside}
            rowKey={({ candidacyId }) => candidacyId}
            empty={null}
            columns={[
              {
                key: "name",
                header: t("selection.panel.candidate"),
                rowHeader: true,
                cell: ({ name }) => name,
              },
              {
                key: "sheets",
                header: t("rubricChange.sheets"),
                cell: ({ sheets, candidacyId }) => (
                  <Link to={paths.sheetHistory(panelId, candidacyId)}>{format.number(sheets)}</Link>
                ),
              },
              {
                key: "findings",
                header: t("rubricChange.findings"),
                cell: ({ findings, candidacyId }) =>
                  findings === 0 ? (
                    format.number(0)
                  ) : (
                    <Link to={paths.findingHistory(panelId, candidacyId)}>{format.number(findings)}</Link>
                  ),
              },
            ]}
          />
        </Section>
      )}
      {formerPanels.map((panel) => (
        <FormerPanel key={panel.changeId} panel={panel} />
      ))}
    </>
  );
}
