import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { type ReadinessLevel, standingOf } from "./readiness.ts";

export interface ShownReadiness {
  readonly id: string;
  readonly level: ReadinessLevel;
  readonly evidence: string;
  /** "YYYY-MM-DD" */
  readonly expiresOn: string;
  readonly roleKind: { readonly nameEn: string; readonly nameFr: string };
}

const TONES = { valid: "good", expiring: "warn", expired: "bad" } as const;

/** What somebody was found ready for, with the evidence, and whether it still holds. */
export function ReadinessTable({
  findings,
  today,
}: {
  readonly findings: readonly ShownReadiness[];
  readonly today: string;
}) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("cadre.member.readiness")}
      captionHidden
      rows={findings}
      rowKey={(finding) => finding.id}
      empty={<p className="text-muted">{t("cadre.member.noReadiness")}</p>}
      columns={[
        {
          key: "role",
          header: t("cadre.member.roleKind"),
          rowHeader: true,
          cell: (finding) => nameIn(format.locale, finding.roleKind),
        },
        {
          key: "level",
          header: t("cadre.member.level"),
          cell: (finding) => t(`cadre.readiness.${finding.level}`),
        },
        { key: "evidence", header: t("cadre.member.evidence"), cell: (finding) => finding.evidence },
        {
          key: "expires",
          header: t("cadre.member.expires"),
          nowrap: true,
          cell: (finding) => format.date(finding.expiresOn),
        },
        {
          key: "standing",
          header: t("cadre.member.standing"),
          cell: (finding) => {
            const standing = standingOf(finding.expiresOn, today);
            return <Badge tone={TONES[standing]}>{t(`cadre.standing.${standing}`)}</Badge>;
          },
        },
      ]}
    />
  );
}
