import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { ComputedNote } from "./computed-note.tsx";
import type { MemberFit } from "./member-fit.ts";
import type { Ranked } from "./rank-result.ts";

interface Props {
  readonly severities: Pick<Ranked, "members" | "fit">;
  /** Names by member. */
  readonly names: Readonly<Record<string, string>>;
}

const TONES = { steady: "good", erratic: "warn", tooFewMarks: "neutral" } as const;

/** How severe and how steady each member marked: for the chair and the secretariat, to talk about, not to correct. */
export function SeverityTable({ severities: { members, fit }, names }: Props) {
  const { t, format } = useLanguage();
  const fits = new Map<string, MemberFit>(
    fit.kind === "fitted" ? fit.members.map((one) => [one.memberId, one]) : [],
  );
  const figure = (value: number | null | undefined) => (value == null ? "–" : format.number(value, 2));
  return (
    <>
      <DataTable
        caption={t("selection.ranking.severity")}
        captionHidden
        rows={members}
        rowKey={({ memberId }) => memberId}
        empty={null}
        columns={[
          {
            key: "member",
            header: t("selection.panel.members"),
            rowHeader: true,
            cell: ({ memberId }) => names[memberId] ?? "–",
          },
          {
            key: "sheets",
            header: t("selection.ranking.sheets"),
            align: "end",
            cell: ({ sheets }) => sheets,
          },
          {
            key: "severity",
            header: t("selection.ranking.levels"),
            align: "end",
            cell: ({ severity }) => figure(severity),
          },
          {
            key: "logits",
            header: t("selection.ranking.logits"),
            align: "end",
            cell: ({ memberId }) => figure(fits.get(memberId)?.measure),
          },
          {
            key: "infit",
            header: t("selection.ranking.infit"),
            align: "end",
            cell: ({ memberId }) => figure(fits.get(memberId)?.infit),
          },
          {
            key: "outfit",
            header: t("selection.ranking.outfit"),
            align: "end",
            cell: ({ memberId }) => figure(fits.get(memberId)?.outfit),
          },
          {
            key: "reading",
            header: t("selection.ranking.steadiness"),
            cell: ({ memberId }) => {
              const reading = fits.get(memberId)?.reading;
              return reading ? (
                <Badge tone={TONES[reading]}>{t(`selection.ranking.fit.${reading}`)}</Badge>
              ) : (
                "–"
              );
            },
          },
        ]}
      />
      {fit.kind === "undefined" && (
        <p className="measure mt-4 text-muted">{t(`selection.ranking.noFit.${fit.reason}`)}</p>
      )}
      <ComputedNote of="severity" />
    </>
  );
}
