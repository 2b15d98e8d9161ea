import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { CONCERNS_PER_PAGE, listConcerns } from "#app/mentoring/concern/concern.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta = pageTitle;

/** For an officer, the concerns that go to them; for mentors and mentees, those they have raised. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "concern.listOwn"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  return {
    title: t("pair.concern.list"),
    officer: can(actor, "concern.nameContact"),
    ...{ page, perPage: CONCERNS_PER_PAGE },
    ...(await listConcerns(actor, page)),
  };
}

export default function Concerns() {
  const { title, officer, concerns, total, page, perPage } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t(officer ? "pair.concern.listLead" : "pair.concern.ownLead")}
        actions={officer && <LinkButton to={paths.concernContacts()}>{t("pair.contacts.title")}</LinkButton>}
      />
      <DataTable
        caption={title}
        captionHidden
        rows={concerns}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={t("pair.concern.none")}
            text={t(officer ? "pair.concern.noneText" : "pair.concern.noneOwn")}
            action={<LinkButton to={paths.engagements()}>{t("nav.engagements")}</LinkButton>}
          />
        }
        columns={[
          {
            key: "raised",
            header: t("pair.concern.raisedOn"),
            rowHeader: true,
            cell: ({ id, raisedAt }) => <Link to={paths.concern(id)}>{format.dateTime(raisedAt)}</Link>,
          },
          {
            key: "kind",
            header: t("pair.concern.kind"),
            cell: ({ contact }) => t(`pair.contact.${contact}`),
          },
          { key: "handler", header: t("pair.concern.handler"), cell: ({ handler }) => handler },
          {
            key: "state",
            header: t("pair.concern.state"),
            cell: ({ state }) => t(`pair.concernState.${state}`),
          },
        ]}
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
