import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { COMPACTS_PER_PAGE, listCompacts } from "#app/cadre/compact.queries.server.ts";
import { CompactTable } from "#app/cadre/compact-table.tsx";
import { ListExports } from "#app/cadre/list-exports.tsx";
import { Pages } from "#app/i18n/pages.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** A leader's own compacts; all of them for decision makers and overseers. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "compact.list"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  return {
    title: t("compact.list"),
    mayOpen: can(actor, "compact.open"),
    ...{ ...(await listCompacts(actor, page)), page, perPage: COMPACTS_PER_PAGE },
  };
}

export default function Compacts() {
  const { title, compacts, total, mayOpen, page, perPage } = useLoaderData<typeof loader>();
  const t = useT();
  const open = mayOpen && <LinkButton to={paths.newCompact()}>{t("compact.new")}</LinkButton>;
  return (
    <>
      <PageHeader
        title={title}
        lead={t("compact.listLead")}
        actions={
          total > 0 && (
            <>
              {open}
              <ListExports list="compacts" />
            </>
          )
        }
      />
      <CompactTable
        compacts={compacts}
        action={open || <LinkButton to={paths.home()}>{t("nav.home")}</LinkButton>}
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
