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
  const interviewing = panel.rights.scores === "interview";
  const scoring = panel.rights.scores !== null && panel.seat !== null;
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
        // What is to be done, and how far it is, stand beside the name: on a phone what comes after is out of sight.
        ...(panel.seat
          ? [
              {
                key: "open",
                header: t("selection.panel.open"),
                cell: ({ candidacyId, name, sheet, invited }: PanelCandidacy) =>
                  (scoring && (invited || !interviewing)) || sheet === "submitted" ? (
                    <Link to={paths.sheet(panel.id, candidacyId)}>
                      {t(sheet === "submitted" ? "selection.panel.readSheet" : "selection.panel.score", {
                        name,
                      })}
                    </Link>
                  ) : (
                    "–"
                  ),
              },
              {
                key: "sheet",
                header: t("selection.panel.ownSheet"),
                cell: ({ sheet, invited }: PanelCandidacy) =>
                  interviewing && !invited ? (
                    "–"
                  ) : (
                    <Badge tone={TONES[sheet]}>{t(`selection.sheet.state.${sheet}`)}</Badge>
                  ),
              },
            ]
          : []),
        ...(panel.interview && !["forming", "calibration", "desk"].includes(panel.phase)
          ? [
              {
                key: "interview",
                header: t("interview.one"),
                cell: (candidacy: PanelCandidacy) => <Interview panel={panel} candidacy={candidacy} />,
              },
            ]
          : []),
        ...(panel.interview && panel.compared
          ? [
              {
                key: "compare",
                header: t("interview.comparison.heading"),
                cell: ({ candidacyId, name }: PanelCandidacy) => (
                  <Link to={paths.comparison(panel.id, candidacyId)}>
                    {t("interview.comparison.open", { name })}
                  </Link>
                ),
              },
            ]
          : []),
        ...(panel.seat
          ? [
              {
                key: "saved",
                header: t("selection.panel.lastSaved"),
                nowrap: true,
                cell: ({ savedAt }: PanelCandidacy) => (savedAt === null ? "–" : format.dateTime(savedAt)),
              },
            ]
          : []),
      ]}
    />
  );
}

interface InterviewProps {
  readonly panel: PanelPage;
  readonly candidacy: PanelCandidacy;
}

/** When a candidate is interviewed, by the reader's clock and by the candidate's, and what can be done about it. */
function Interview({ panel, candidacy: { candidacyId, name, interview, invited } }: InterviewProps) {
  const { t, format } = useLanguage();
  if (!invited) return t("shortlist.notInvited");
  return (
    <>
      {interview ? (
        <>
          <p>{format.dateTime(interview.startsAt)}</p>
          {interview.candidateZone !== format.timeZone && (
            <p className="text-sm text-muted">
              {t("interview.theirs", { time: format.dateTime(interview.startsAt, interview.candidateZone) })}
            </p>
          )}
          {interview.place && <p className="min-w-36 wrap-anywhere">{interview.place}</p>}
          <a href={paths.interviewCalendar(candidacyId)} download>
            {t("interview.calendar.file")}
          </a>
        </>
      ) : (
        <p>{t("interview.unset")}</p>
      )}
      {panel.mayArrange && (
        <p>
          <Link to={paths.setInterview(panel.id, candidacyId)}>
            {t(interview ? "interview.move" : "interview.set", { name })}
          </Link>
        </p>
      )}
    </>
  );
}
