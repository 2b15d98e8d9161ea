import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { hasDemoAccounts, listDemoAccounts } from "#app/access/account.queries.server.ts";
import { ROLES } from "#app/access/actor.ts";
import { DEMO_ACCOUNTS, demoFilterOf, demoSearch } from "#app/access/demo-filter.ts";
import { DemoSearch } from "#app/access/demo-search.tsx";
import { notFound, permit } from "#app/access/respond.server.ts";
import { signInAsDemo } from "#app/access/sign-in.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { stateNames } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { isProduction } from "#app/platform/config.server.ts";
import { readFormData } from "#app/platform/form.server.ts";
import { pageOf } from "#app/platform/paging.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;
export const handle = { scripts: false };

const FIRST_ACCOUNT = 'npm run account -- --email ADDRESS --name "NAME" --role secretariat';

export async function loader({ request }: LoaderFunctionArgs) {
  permit(!isProduction());
  const t = await translatorOf(request);
  const filter = demoFilterOf(new URL(request.url).searchParams, pageOf(request.url));
  const [found, loaded] = await Promise.all([listDemoAccounts(filter), hasDemoAccounts()]);
  const nameOf = await stateNames(
    languageOf(request),
    found.flatMap(({ states }) => states),
  );
  const accounts = found.map((account) => ({ ...account, states: account.states.map(nameOf) }));
  return data(
    { title: t("access.demo.title"), loaded, filter, accounts },
    { headers: { "cache-control": "no-store" } },
  );
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readFormData(request);
  const result = await signInAsDemo(String(form.get("user") ?? ""), request.headers);
  if (!result.ok) throw notFound();
  return redirect(paths.home(), { headers: result.value });
}

export default function Demo() {
  const { accounts, loaded, filter } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  if (!loaded) {
    return (
      <EmptyState
        title={t("access.demo.none")}
        text={t("access.demo.noneText", { command: FIRST_ACCOUNT })}
        action={<LinkButton to={paths.signIn()}>{t("access.demo.byMail")}</LinkButton>}
      />
    );
  }
  const groups = ROLES.map((role) => ({ role, of: accounts.filter((one) => one.role === role) }));
  return (
    <>
      <PageHeader title={t("access.demo.title")} lead={t("access.demo.lead")} />
      <DemoSearch filter={filter} />
      {accounts.length === 0 && <p className="text-muted">{t("access.demo.noMatch")}</p>}
      {groups.map(({ role, of: [first, ...others] }) => {
        if (!first) return null;
        const shown = [first, ...others];
        return (
          <Section key={role} id={role} title={t(`access.role.${role}`)} level={2}>
            <ul className="flex flex-wrap gap-2">
              {shown.map(({ id, name, states }) => (
                <li key={id}>
                  <Form method="post">
                    <input type="hidden" name="user" value={id} />
                    <Button
                      variant="secondary"
                      aria-label={t("access.demo.signInAs", {
                        name: [name, states.length > 0 && format.list(states)].filter(Boolean).join(" "),
                      })}
                    >
                      {name}{" "}
                      {states.length > 0 && (
                        <span className="font-normal text-muted">{format.list(states)}</span>
                      )}
                    </Button>
                  </Form>
                </li>
              ))}
            </ul>
            {filter.role === null && first.total > shown.length && (
              <p className="mt-2">
                <Link to={demoSearch(role, filter)}>{t("access.demo.all", { count: first.total })}</Link>
              </p>
            )}
            {filter.role !== null && (
              <Pages page={filter.page} perPage={DEMO_ACCOUNTS.page} total={first.total} />
            )}
          </Section>
        );
      })}
    </>
  );
}
