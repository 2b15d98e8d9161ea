import { useLanguage } from "#app/i18n/provider.tsx";
import { Steps } from "#app/ui/steps.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { PanelPage, PeriodLine } from "./panel-page.ts";
import { type PanelPhase, phasesOf } from "./phase.ts";

interface Props {
  readonly panel: Pick<PanelPage, "phase" | "interview" | "calibrates" | "blind" | "periods">;
}

interface Row {
  readonly phase: PanelPhase;
  readonly period: PeriodLine | undefined;
}

/** The phases of a panel: where it stands, which days are planned, who opened and closed each, and what each permits. */
export function PanelPhases({ panel }: Props) {
  const { t, format } = useLanguage();
  const phases = phasesOf(panel);
  const at = phases.indexOf(panel.phase);
  const rows = phases.map(
    (phase): Row => ({ phase, period: panel.periods.find((one) => one.phase === phase) }),
  );
  const standing = (place: number) => (place < at ? "done" : place === at ? "current" : "ahead");
  return (
    <>
      <Steps
        label={t("phase.title")}
        steps={rows.map(({ phase, period }, place) => ({
          key: phase,
          label: t(`phase.name.${phase}`),
          state: standing(place),
          stateLabel: t(`phase.state.${standing(place)}`),
          ...(period?.openedAt && { note: format.date(period.openedAt.slice(0, 10)) }),
        }))}
      />
      <div className="mt-6">
        <DataTable
          caption={t("phase.title")}
          captionHidden
          rows={rows}
          rowKey={({ phase }) => phase}
          empty={null}
          columns={[
            {
              key: "phase",
              header: t("phase.heading"),
              rowHeader: true,
              cell: ({ phase }) => t(`phase.name.${phase}`),
            },
            { key: "planned", header: t("phase.planned"), cell: ({ period }) => <Planned period={period} /> },
            {
              key: "opened",
              header: t("phase.opened"),
              cell: ({ period }) => <Done at={period?.openedAt} by={period?.openedBy} />,
            },
            {
              key: "closed",
              header: t("phase.closed"),
              cell: ({ period }) => <Done at={period?.closedAt} by={period?.closedBy} />,
            },
            {
              key: "permits",
              header: t("phase.permits"),
              cell: ({ phase }) => <div className="min-w-56">{t(rightsOf(phase, panel))}</div>,
            },
          ]}
        />
      </div>
    </>
  );
}

/** What a phase permits, in words: at the desk that hangs on how the panel was set. */
function rightsOf(phase: PanelPhase, { interview, blind }: Props["panel"]) {
  if (phase !== "desk") return `phase.rights.${phase}` as const;
  if (blind) return "phase.rights.deskBlind";
  return interview ? "phase.rights.desk" : "phase.rights.deskAlone";
}

/** The days planned, and why they were last moved. */
function Planned({ period }: { readonly period: PeriodLine | undefined }) {
  const { t, format } = useLanguage();
  const { opensOn = "", closesOn = "", moveReason = null } = period ?? {};
  return (
    <>
      {opensOn !== "" && <p>{t("phase.from", { date: format.date(opensOn) })}</p>}
      {closesOn !== "" && <p>{t("phase.until", { date: format.date(closesOn) })}</p>}
      {opensOn === "" && closesOn === "" && "–"}
      {moveReason && <p className="text-sm text-muted">{t("phase.moved", { reason: moveReason })}</p>}
    </>
  );
}

interface DoneProps {
  readonly at: string | null | undefined;
  readonly by: string | null | undefined;
}

function Done({ at, by }: DoneProps) {
  const { format } = useLanguage();
  if (!at) return "–";
  return (
    <>
      <p>{format.dateTime(at)}</p>
      {by && <p className="text-sm text-muted">{by}</p>}
    </>
  );
}
