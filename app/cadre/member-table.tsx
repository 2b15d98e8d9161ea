import { Link } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { MemberRow } from "./member.queries.server.ts";

interface Props {
  readonly members: readonly MemberRow[];
}

/** The members of the cadre, each with what they are found ready for. */
export function MemberTable({ members }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("cadre.list.title")}
      captionHidden
      stacks
      rows={members}
      rowKey={(member) => member.id}
      empty={
        <EmptyState
          title={t("cadre.list.none")}
          text={t("cadre.list.noneText")}
          action={<LinkButton to={paths.cadre()}>{t("cadre.list.clear")}</LinkButton>}
        />
      }
      columns={[
        {
          key: "name",
          header: t("cadre.member.name"),
          rowHeader: true,
          cell: (member) => (
            <Link to={paths.member(member.id)}>
              {member.givenName} {member.familyName}
            </Link>
          ),
        },
        {
          key: "readiness",
          header: t("cadre.member.readiness"),
          cell: (member) => (
            <ul>
              {member.readiness.map((finding) => (
                <li key={finding.roleKind.code}>
                  {nameIn(format.locale, finding.roleKind)}: {t(`cadre.readiness.${finding.level}`)}
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: "gender",
          header: t("cadre.member.gender"),
          cell: (member) => t(`cadre.gender.${member.gender}`),
        },
        {
          key: "nationality",
          header: t("cadre.member.nationality"),
          cell: (member) => member.nationalities.join(", "),
        },
        {
          key: "available",
          header: t("cadre.member.availableFrom"),
          nowrap: true,
          cell: (member) =>
            member.availableFrom ? format.date(member.availableFrom) : t("cadre.member.notStated"),
        },
        {
          key: "state",
          header: t("cadre.member.state"),
          cell: (member) => (
            <>
              <Badge tone={member.state === "active" ? "good" : "neutral"}>
                {t(`cadre.state.${member.state}`)}
              </Badge>
              {member.inPostUntil && (
                <p>{t("cadre.member.inPostUntil", { date: format.date(member.inPostUntil) })}</p>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
