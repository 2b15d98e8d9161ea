import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { GateLine } from "./clearance.queries.server.ts";
import { ClearanceBadge } from "./clearance-badge.tsx";

interface Props {
  readonly gates: readonly GateLine[];
}

/** How each gate of a case stands: who answers for it, since when, and until when it holds. */
export function GateTable({ gates }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("vetting.gate.table")}
      captionHidden
      stickyFirst
      rows={gates}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{t("selection.candidacy.notAsked")}</p>}
      columns={[
        {
          key: "kind",
          header: t("selection.clearance.kindHeading"),
          rowHeader: true,
          cell: ({ kind }) => t(`selection.clearance.kind.${kind}`),
        },
        {
          key: "outcome",
          header: t("selection.clearance.outcomeHeading"),
          cell: (gate) => <ClearanceBadge clearance={gate} />,
        },
        {
          key: "owner",
          header: t("vetting.gate.owner"),
          cell: ({ owner }) => owner ?? t("vetting.gate.noOwner"),
        },
        {
          key: "requested",
          header: t("vetting.gate.requestedAt"),
          nowrap: true,
          cell: ({ requestedAt }) => format.date(requestedAt),
        },
        {
          key: "received",
          header: t("vetting.gate.receivedOn"),
          nowrap: true,
          cell: ({ receivedOn }) => (receivedOn ? format.date(receivedOn) : t("vetting.gate.notReceived")),
        },
        {
          key: "clock",
          header: t("vetting.gate.days"),
          cell: ({ clock }) => <GateDays clock={clock} />,
        },
      ]}
    />
  );
}

/** How long a gate has been open, and whether too long. */
export function GateDays({ clock }: Pick<GateLine, "clock">) {
  const { t } = useLanguage();
  return (
    <span className="figures flex flex-wrap gap-x-2">
      {t("vetting.gate.dayCount", { days: clock.days })}
      {clock.overdue && <Badge tone="bad">{t("vetting.gate.overdue")}</Badge>}
    </span>
  );
}
