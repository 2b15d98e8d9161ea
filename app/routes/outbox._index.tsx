import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listOutbox, MAILS_PER_PAGE } from "#app/access/account.queries.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { isProduction } from "#app/platform/config.server.ts";
import { pageOf } from "#app/platform/paging.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  permit(!isProduction());
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  return { title: t("access.outbox.title"), page, perPage: MAILS_PER_PAGE, ...(await listOutbox(page)) };
}

export default function Outbox() {
  const { mails, page, perPage, total } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader title={t("access.outbox.title")} lead={t("access.outbox.lead")} />
      <DataTable
        caption={t("access.outbox.title")}
        captionHidden
        rows={mails}
        rowKey={(mail) => mail.id}
        columns={[
          {
            key: "subject",
            header: t("access.outbox.subject"),
            rowHeader: true,
            cell: (mail) => (
              <Link to={paths.outboxMail(mail.id)}>{mail.subject ?? t("access.outbox.waiting")}</Link>
            ),
          },
          { key: "to", header: t("access.outbox.to"), cell: (mail) => mail.toAddress },
          {
            key: "at",
            header: t("access.outbox.at"),
            nowrap: true,
            cell: (mail) => format.dateTime(mail.createdAt),
          },
        ]}
        empty={
          <EmptyState
            title={t("access.outbox.none")}
            text={t("access.outbox.noneText")}
            action={<LinkButton to={paths.home()}>{t("nav.home")}</LinkButton>}
          />
        }
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
