import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ACCOUNTS_PER_PAGE, listAccounts } from "#app/access/account.queries.server.ts";
import { AccountSearch } from "#app/access/account-search.tsx";
import { AccountTable } from "#app/access/account-table.tsx";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "account.list"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  const text = textOf(new URL(request.url).searchParams);
  return {
    title: t("access.account.list"),
    mayOpen: can(actor, "account.create"),
    ...(await listAccounts(page, text)),
    ...{ text, page, perPage: ACCOUNTS_PER_PAGE },
  };
}

/** What the list is narrowed by; without spaces at its ends. */
const textOf = (params: URLSearchParams) => (params.get("text") ?? "").trim().slice(0, 100);

export default function Accounts() {
  const { title, mayOpen, accounts, total, text, page, perPage } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("access.account.lead")}
        meta={t("access.account.count", { count: total })}
        actions={
          mayOpen && (
            <LinkButton to={paths.openAccount()} variant="primary">
              {t("access.account.open")}
            </LinkButton>
          )
        }
      />
      <AccountSearch text={text} />
      <AccountTable accounts={accounts} narrowed={text !== ""} />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
