import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { PanelCandidacy, PanelPage } from "./panel-page.ts";

const TONES = { notBegun: "neutral", draft: "warn", submitted: "good" } as const;

/** The candidacies before a panel, with how far the reader's own sheets are. */
export function PanelCandidacies({ panel }: { readonly panel: PanelPage }) {
  const { t, format } = useLanguage();
  const scoring = panel.phase === "desk" && panel.seat !== null;
  return (
    <DataTable
      caption={t("selection.panel.candidacies")}
      captionHidden
      rows={panel.candidacies}
      rowKey={({ candidacyId }) => candidacyId}
      empty={
        <EmptyState
          title={t("selection.panel.noCandidacies")}
          text={t("selection.panel.noCandidaciesText")}
          action={<LinkButton to={paths.panels()}>{t("selection.panel.list")}</LinkButton>}
        />
      }
      columns={[
        {
          key: "name",
          header: t("selection.panel.candidate"),
          cell: ({ candidacyId, name }) => <Link to={paths.dossier(panel.id, candidacyId)}>{name}</Link>,
        },
        ...(panel.seat
          ? [
              {
                key: "sheet",
                header: t("selection.panel.ownSheet"),
                cell: ({ sheet }: PanelCandidacy) => (
                  <Badge tone={TONES[sheet]}>{t(`selection.sheet.state.${sheet}`)}</Badge>
                ),
              },
              {
                key: "saved",
                header: t("selection.panel.lastSaved"),
                nowrap: true,
                cell: ({ savedAt }: PanelCandidacy) => (savedAt === null ? "–" : format.dateTime(savedAt)),
              },
              {
                key: "open",
                header: t("selection.panel.open"),
                cell: ({ candidacyId, name, sheet }: PanelCandidacy) =>
                  scoring || sheet === "submitted" ? (
                    <Link to={paths.sheet(panel.id, candidacyId)}>
                      {t(sheet === "submitted" ? "selection.panel.readSheet" : "selection.panel.score", {
                        name,
                      })}
                    </Link>
                  ) : (
                    "–"
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
