import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { MEMBERSHIP_STATES } from "#app/cadre/lifecycle.ts";
import { listMembers, listRoleKinds, MEMBERS_PER_PAGE } from "#app/cadre/member.queries.server.ts";
import { MemberFilters } from "#app/cadre/member-filters.tsx";
import { READINESS_LEVELS, standingOf } from "#app/cadre/readiness.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { stateNames } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { pageOf } from "#app/platform/paging.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

const filters = z.object({
  state: z.enum(MEMBERSHIP_STATES).optional().catch(undefined),
  role: z.string().min(1).optional().catch(undefined),
  level: z.enum(READINESS_LEVELS).optional().catch(undefined),
});

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "cadre.read"));
  const t = await translatorOf(request);
  const chosen = filters.parse(Object.fromEntries(new URL(request.url).searchParams));
  const page = pageOf(request.url);
  const [list, roleKinds] = await Promise.all([
    listMembers({ state: chosen.state, roleKindCode: chosen.role, level: chosen.level, page }),
    listRoleKinds(),
  ]);
  const nameOf = await stateNames(
    actor.locale,
    list.members.flatMap(({ nationalities }) => nationalities),
  );
  const members = list.members.map((member) => ({
    ...member,
    nationalities: member.nationalities.map(nameOf),
  }));
  return {
    title: t("cadre.list.title"),
    today: now().toISOString().slice(0, 10),
    mayAdmit: can(actor, "cadre.admit"),
    perPage: MEMBERS_PER_PAGE,
    ...{ ...list, members, roleKinds, chosen, page },
  };
}

export default function Cadre() {
  const { members, total, page, perPage, roleKinds, chosen, today, mayAdmit } =
    useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={t("cadre.list.title")}
        lead={t("cadre.list.lead")}
        meta={t("cadre.list.count", { count: total })}
        actions={mayAdmit && <LinkButton to={paths.proposeMember()}>{t("cadre.list.propose")}</LinkButton>}
      />
      <MemberFilters roleKinds={roleKinds} chosen={chosen} />
      <DataTable
        caption={t("cadre.list.title")}
        captionHidden
        stickyFirst
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
            key: "readiness",
            header: t("cadre.member.readiness"),
            cell: (member) => (
              <ul>
                {member.readiness
                  .filter((finding) => standingOf(finding.expiresOn, today) !== "expired")
                  .map((finding) => (
                    <li key={finding.roleKind.code}>
                      {nameIn(format.locale, finding.roleKind)}: {t(`cadre.readiness.${finding.level}`)}
                    </li>
                  ))}
              </ul>
            ),
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
              <Badge tone={member.state === "active" ? "good" : "neutral"}>
                {t(`cadre.state.${member.state}`)}
              </Badge>
            ),
          },
        ]}
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
