import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { FormerPanel as Former } from "./rubric-change-panel.queries.server.ts";

interface Props {
  readonly panel: Former;
}

/** How the panel stood when its rubric was changed: kept as it was, and counting for nothing. */
export function FormerPanel({ panel }: Props) {
  const { t, format } = useLanguage();
  const { at, samples } = panel;
  return (
    <Section
      title={t("rubricChange.panel", { date: format.dateTime(at) })}
      lead={t("rubricChange.panelLead", { samples })}
    >
      <div className="space-y-6">
        <FormerPeriods panel={panel} />
        <FormerShortlist panel={panel} />
        <FormerNotes panel={panel} />
      </div>
    </Section>
  );
}

/** Its phases with the days planned, and who opened and closed each when. */
function FormerPeriods({ panel: { periods } }: Props) {
  const { t, format } = useLanguage();
  const day = (instant: string) => format.date(instant.slice(0, 10));
  const done = (at: string | null, by: string | null) =>
    at === null ? "–" : [format.dateTime(at), by].filter(Boolean).join(" · ");
  return (
    <DataTable
      caption={t("rubricChange.periods")}
      rows={periods}
      rowKey={({ phase }) => phase}
      empty={null}
      columns={[
        {
          key: "phase",
          header: t("phase.heading"),
          rowHeader: true,
          cell: ({ phase }) => t(`phase.name.${phase}`),
        },
        {
          key: "planned",
          header: t("phase.planned"),
          cell: ({ opensOn, closesOn, moveReason }) => (
            <>
              {opensOn && <p>{t("phase.from", { date: day(opensOn) })}</p>}
              {closesOn && <p>{t("phase.until", { date: day(closesOn) })}</p>}
              {!opensOn && !closesOn && "–"}
              {moveReason && <p className="text-sm text-muted">{t("phase.moved", { reason: moveReason })}</p>}
            </>
          ),
        },
        {
          key: "opened",
          header: t("phase.opened"),
          cell: ({ openedAt, openedBy }) => done(openedAt, openedBy),
        },
        {
          key: "closed",
          header: t("phase.closed"),
          cell: ({ closedAt, closedBy }) => done(closedAt, closedBy),
        },
      ]}
    />
  );
}

/** Whom it had said it would interview, and why not the others. */
function FormerShortlist({ panel: { shortlist } }: Props) {
  const { t, format } = useLanguage();
  if (!shortlist) return <p className="text-muted">{t("rubricChange.noShortlist")}</p>;
  const { decidedAt, decidedBy, balanceReason, lines } = shortlist;
  return (
    <div>
      <DataTable
        caption={t("rubricChange.shortlist", {
          date: format.dateTime(decidedAt),
          by: decidedBy ?? "–",
        })}
        rows={lines}
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
            key: "heard",
            header: t("interview.one"),
            cell: ({ passedOver }) => (
              <Badge tone={passedOver === null ? "good" : "neutral"}>
                {t(passedOver === null ? "rubricChange.toHear" : "shortlist.notInvited")}
              </Badge>
            ),
          },
          { key: "reason", header: t("shortlist.reason"), cell: ({ passedOver }) => passedOver ?? "–" },
        ]}
      />
      {balanceReason && (
        <p className="measure mt-2">{t("shortlist.balanceWas", { reason: balanceReason })}</p>
      )}
    </div>
  );
}

/** What it had agreed on its sample case that each level takes. */
function FormerNotes({ panel: { notes } }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("rubricChange.notes")}
      rows={notes}
      rowKey={({ criterionId }) => criterionId}
      empty={<p className="text-muted">{t("rubricChange.noNotes")}</p>}
      columns={[
        {
          key: "criterion",
          header: t("selection.rubric.criterion"),
          rowHeader: true,
          cell: ({ name }) => inLanguage(format.locale, name),
        },
        { key: "text", header: t("rubricChange.agreed"), cell: ({ text }) => text },
      ]}
    />
  );
}
