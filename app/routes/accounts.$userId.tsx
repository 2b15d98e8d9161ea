import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readAccount } from "#app/access/account.queries.server.ts";
import { roleGiftSchema } from "#app/access/account-order.ts";
import { can } from "#app/access/can.ts";
import { giveRole } from "#app/access/change-roles.server.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { RoleGiftForm } from "#app/access/role-gift-form.tsx";
import { RoleTable } from "#app/access/role-table.tsx";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { languageOf } from "#app/i18n/request-language.ts";
import { listStates } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "account.list"));
  const account = orNotFound(await readAccount(readId(params.userId)));
  const mayChange = can(actor, "account.changeRoles");
  return {
    title: account.name,
    account,
    mayChange,
    own: account.id === actor.userId,
    states: mayChange ? await listStates(languageOf(request)) : [],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "account.changeRoles"));
  const userId = readId(params.userId);
  const form = await readForm(request, roleGiftSchema);
  if (!form.ok) return form.answer;
  const result = await giveRole(actor, { ...form.value, userId });
  return result.ok ? redirect(paths.account(userId)) : form.refuse(result.refusal);
}

export default function Account() {
  const { title, account, mayChange, own, states } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.accounts(), label: t("access.account.list") }]}
      />
      <DefinitionList
        items={[
          { term: t("access.account.email"), detail: account.email },
          { term: t("access.account.opened"), detail: format.date(account.createdAt) },
        ]}
      />
      <Section title={t("access.account.roles")} lead={t("access.account.rolesLead")}>
        <RoleTable userId={account.id} roles={account.roles} mayWithdraw={mayChange && !own} />
      </Section>
      {mayChange && (
        <Section title={t("access.account.giveTitle")} lead={t("access.account.giveLead")}>
          <RoleGiftForm key={account.roles.length} states={states} reply={reply} />
        </Section>
      )}
    </>
  );
}
