import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readHeldData } from "#app/cadre/held-data.queries.server.ts";
import { heldRows } from "#app/cadre/held-rows.queries.server.ts";
import { listRoleKinds } from "#app/cadre/member.queries.server.ts";
import { formatter } from "#app/i18n/format.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { stateNames } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "membership.readOwn"));
  const data = orNotFound(await readHeldData(orNotFound(actor.personId)));
  const t = await translatorOf(request);
  const format = formatter(languageOf(request), actor.timeZone);
  const membership = data.cadreMembership;
  const told = membership?.interests.flatMap(({ stateCode }) => stateCode ?? []) ?? [];
  const [stateOf, kinds] = await Promise.all([
    stateNames(actor.locale, [...data.nationalities, ...(membership?.impossibleStates ?? []), ...told]),
    listRoleKinds(),
  ]);
  const roleOf = (code: string) => {
    const kind = kinds.find((one) => one.code === code);
    return kind ? nameIn(actor.locale, kind) : code;
  };
  return {
    title: t("cadre.data.title"),
    rows: heldRows(data, { t, format, today: today(), stateOf, roleOf }),
  };
}

/** Everything the programme holds about a member, with where it came from and when. */
export default function Data() {
  const { title, rows } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("cadre.data.lead")}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.myMembership(), label: t("cadre.own.title") }]}
      />
      <DataTable
        caption={title}
        captionHidden
        stacks
        rows={rows}
        rowKey={({ key }) => key}
        empty={null}
        columns={[
          { key: "what", header: t("cadre.data.what"), rowHeader: true, cell: ({ what }) => what },
          { key: "held", header: t("cadre.data.held"), cell: ({ held }) => held },
          { key: "source", header: t("cadre.data.source"), cell: ({ source }) => source },
          {
            key: "at",
            header: t("cadre.data.at"),
            nowrap: true,
            cell: ({ at }) => (at ? format.date(at) : t("cadre.member.notStated")),
          },
        ]}
      />
      <p className="measure mt-4">
        {t("cadre.data.elsewhere")} <Link to={paths.myCases()}>{t("nav.myCases")}</Link>
      </p>
    </>
  );
}
