import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountForm } from "#app/access/account-form.tsx";
import { officialAccountSchema, rolesOf } from "#app/access/account-order.ts";
import { can } from "#app/access/can.ts";
import { createAccount } from "#app/access/create-account.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { listStates } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "account.create"));
  const t = await translatorOf(request);
  return { title: t("access.account.open"), states: await listStates(languageOf(request)) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "account.create"));
  const form = await readForm(request, officialAccountSchema);
  if (!form.ok) return form.answer;
  const { email, name } = form.value;
  const result = await createAccount(actor, { email, name, roles: rolesOf(form.value) });
  return result.ok ? redirect(paths.accounts()) : form.refuse(result.refusal);
}

export default function OpenAccount() {
  const { title, states } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("access.account.openLead")}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.accounts(), label: t("access.account.list") }]}
      />
      <AccountForm states={states} reply={reply} />
    </>
  );
}
