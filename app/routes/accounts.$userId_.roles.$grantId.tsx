import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countWaiting, readAccount } from "#app/access/account.queries.server.ts";
import { isOfficialRole, roleWithdrawalSchema } from "#app/access/account-order.ts";
import { can } from "#app/access/can.ts";
import { withdrawRole } from "#app/access/change-roles.server.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { useRoleName } from "#app/access/role-name.tsx";
import { RoleWithdrawalForm } from "#app/access/role-withdrawal-form.tsx";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "account.changeRoles"));
  const grantId = readId(params.grantId);
  const account = orNotFound(await readAccount(readId(params.userId)));
  const grant = orNotFound(
    account.roles.find(({ id, role }) => id === grantId && isOfficialRole(role)) ?? null,
  );
  const t = await translatorOf(request);
  return {
    title: t("access.account.withdrawTitle"),
    account: { id: account.id, name: account.name },
    grant,
    own: account.id === actor.userId,
    waiting: await countWaiting(account.id, grant.role),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "account.changeRoles"));
  const [userId, grantId] = [readId(params.userId), readId(params.grantId)];
  const form = await readForm(request, roleWithdrawalSchema);
  if (!form.ok) return form.answer;
  const result = await withdrawRole(actor, { userId, grantId, ...form.value });
  return result.ok ? redirect(paths.account(userId)) : form.refuse(result.refusal);
}

export default function WithdrawRole() {
  const { title, account, grant, own, waiting } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const roleName = useRoleName();
  const closed = own ? "roleOwn" : grant.revokedAt ? "roleWithdrawn" : null;
  return (
    <>
      <PageHeader
        title={title}
        lead={t("access.account.withdrawLead", { name: account.name, role: roleName(grant) })}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          { to: paths.accounts(), label: t("access.account.list") },
          { to: paths.account(account.id), label: account.name },
        ]}
      />
      {closed && !reply ? (
        <Alert tone="warn" title={t(`refusal.${closed}`)} />
      ) : (
        <RoleWithdrawalForm waiting={waiting} reply={reply} />
      )}
    </>
  );
}
