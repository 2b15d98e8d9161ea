import { Link } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { levelOn, type ReadinessLevel, standingOf } from "./readiness.ts";

export interface ShownReadiness {
  readonly id: string;
  readonly level: ReadinessLevel;
  readonly roleKindCode: string;
  readonly evidence: string;
  /** Who found it; null where the account is gone. */
  readonly assessor: string | null;
  readonly givenAt: string;
  /** "YYYY-MM-DD" */
  readonly expiresOn: string;
  readonly roleKind: { readonly nameEn: string; readonly nameFr: string };
}

const TONES = { valid: "good", expiring: "warn", expired: "bad" } as const;

/** What somebody was found ready for, with the evidence, and whether it still holds. */
export function ReadinessTable({
  findings,
  today,
  renews,
}: {
  readonly findings: readonly ShownReadiness[];
  readonly today: string;
  /** Whose findings the reader may renew, where they may. */
  readonly renews?: string | null;
}) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("cadre.member.readiness")}
      captionHidden
      stacks
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
          cell: (finding) => {
            const level = levelOn(finding, today);
            return level ? t(`cadre.readiness.${level}`) : t("cadre.member.holdsNoMore");
          },
        },
        { key: "evidence", header: t("cadre.member.evidence"), cell: (finding) => finding.evidence },
        {
          key: "assessor",
          header: t("cadre.member.assessor"),
          cell: (finding) =>
            t("cadre.member.assessedBy", {
              name: finding.assessor ?? t("cadre.member.notStated"),
              date: format.date(finding.givenAt),
            }),
        },
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
            const badge = <Badge tone={TONES[standing]}>{t(`cadre.standing.${standing}`)}</Badge>;
            return renews ? (
              <>
                {badge}{" "}
                <Link to={paths.revalidate(renews, finding.roleKindCode)}>{t("cadre.revalidate.one")}</Link>
              </>
            ) : (
              badge
            );
          },
        },
      ]}
    />
  );
}
