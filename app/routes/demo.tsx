import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { listDemoAccounts } from "#app/access/account.queries.server.ts";
import { ROLES } from "#app/access/actor.ts";
import { notFound, permit } from "#app/access/respond.server.ts";
import { signInAsDemo } from "#app/access/sign-in.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { stateNames } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { isProduction } from "#app/platform/config.server.ts";
import { readFormData } from "#app/platform/form.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;
export const handle = { scripts: false };

export async function loader({ request }: LoaderFunctionArgs) {
  permit(!isProduction());
  const t = await translatorOf(request);
  const found = await listDemoAccounts();
  const codesOf = ({ roles }: (typeof found)[number]) => [
    ...new Set(roles.flatMap(({ stateCode }) => stateCode ?? [])),
  ];
  const nameOf = await stateNames(languageOf(request), found.flatMap(codesOf));
  const accounts = found.map((account) => ({ ...account, states: codesOf(account).map(nameOf) }));
  return data({ title: t("access.demo.title"), accounts }, { headers: { "cache-control": "no-store" } });
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readFormData(request);
  const result = await signInAsDemo(String(form.get("user") ?? ""), request.headers);
  if (!result.ok) throw notFound();
  return redirect(paths.home(), { headers: result.value });
}

export default function Demo() {
  const { accounts } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  if (accounts.length === 0) {
    return (
      <EmptyState
        title={t("access.demo.none")}
        text={t("access.demo.noneText")}
        action={<LinkButton to={paths.signIn()}>{t("access.demo.byMail")}</LinkButton>}
      />
    );
  }
  const groups = ROLES.map((role) => ({
    role,
    accounts: accounts.filter((account) => account.roles.some((held) => held.role === role)),
  })).filter((group) => group.accounts.length > 0);
  return (
    <>
      <PageHeader title={t("access.demo.title")} lead={t("access.demo.lead")} />
      {groups.map((group) => (
        <Section key={group.role} id={group.role} title={t(`access.role.${group.role}`)} level={2}>
          <ul className="flex flex-wrap gap-2">
            {group.accounts.slice(0, 12).map(({ id, name, states }) => (
              <li key={id}>
                <Form method="post">
                  <input type="hidden" name="user" value={id} />
                  <Button variant="secondary" aria-label={t("access.demo.signInAs", { name })}>
                    {name}
                    {states.length > 0 && (
                      <span className="font-normal text-muted">{format.list(states)}</span>
                    )}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
