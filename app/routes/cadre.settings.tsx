import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readCadreSettingsPage, SETTINGS_PER_PAGE } from "#app/cadre/cadre-settings.queries.server.ts";
import { cadreSettingsSchema } from "#app/cadre/cadre-settings.ts";
import { CadreSettingsForm } from "#app/cadre/cadre-settings-form.tsx";
import { setCadreSettings } from "#app/cadre/set-cadre-settings.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { pageOf } from "#app/platform/paging.ts";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

export { readAgain as shouldRevalidate } from "#app/access/read-again.ts";
export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "cadre.read"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  return {
    title: t("cadre.settings.title"),
    ...{ page, perPage: SETTINGS_PER_PAGE, maySet: can(actor, "cadre.admit") },
    ...(await readCadreSettingsPage(page)),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "cadre.admit"));
  const form = await readForm(request, cadreSettingsSchema);
  if (!form.ok) return form.answer;
  const result = await setCadreSettings(actor, form.value);
  return result.ok ? redirect(paths.cadreSettings()) : form.refuse(result.refusal);
}

/** For how long readiness holds and when a membership lapses, with the versions of these settings. */
export default function Settings() {
  const { title, page, perPage, maySet, standing, versions, total } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const months = (of: "readinessMonths" | "lapseMonths") => ({
    key: of,
    header: t(`cadre.settings.${of}`),
    align: "end" as const,
    cell: (row: (typeof versions)[number]) => format.number(row[of]),
  });
  return (
    <>
      <PageHeader
        title={title}
        lead={t("cadre.settings.lead")}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.cadre(), label: t("cadre.list.title") }]}
      />
      {maySet ? (
        <CadreSettingsForm key={standing.version} standing={standing} reply={reply} />
      ) : (
        <DefinitionList
          items={(["readinessMonths", "lapseMonths"] as const).map((of) => ({
            term: t(`cadre.settings.${of}`),
            detail: format.number(standing[of]),
          }))}
        />
      )}
      <Section title={t("cadre.settings.versions")}>
        <DataTable
          caption={t("cadre.settings.versions")}
          captionHidden
          stacks
          rows={versions}
          rowKey={({ version }) => String(version)}
          empty={<p>{t("cadre.settings.defaults")}</p>}
          columns={[
            { key: "setAt", header: t("cadre.settings.setAt"), cell: ({ setAt }) => format.dateTime(setAt) },
            { key: "setBy", header: t("cadre.settings.setBy"), cell: ({ setBy }) => setBy },
            months("readinessMonths"),
            months("lapseMonths"),
            { key: "reason", header: t("cadre.settings.reason"), cell: ({ reason }) => reason },
          ]}
        />
        <Pages page={page} perPage={perPage} total={total} />
      </Section>
    </>
  );
}
