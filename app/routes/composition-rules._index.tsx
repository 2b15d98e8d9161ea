import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { pageOf } from "#app/platform/paging.ts";
import { CompositionRulesForm } from "#app/selection/panel/composition-rules-form.tsx";
import {
  readSettingsPage,
  SETTINGS_PER_PAGE,
} from "#app/selection/panel/composition-settings.queries.server.ts";
import { settingsSchema } from "#app/selection/panel/composition-settings.ts";
import { setCompositionRules } from "#app/selection/panel/set-composition-rules.server.ts";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "panel.set"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  return {
    title: t("selection.rules.title"),
    ...{ page, perPage: SETTINGS_PER_PAGE },
    ...(await readSettingsPage(page)),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "panel.set"));
  const form = await readForm(request, settingsSchema);
  if (!form.ok) return form.answer;
  const result = await setCompositionRules(actor, form.value);
  return result.ok ? redirect(paths.compositionRules()) : form.refuse(result.refusal);
}

export default function CompositionRules() {
  const { title, page, perPage, standing, versions, total } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("selection.rules.lead")}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.panels(), label: t("selection.panel.list") }]}
      />
      <CompositionRulesForm key={standing.version} standing={standing} reply={reply} />
      <Section title={t("selection.rules.versions")}>
        <DataTable
          caption={t("selection.rules.versions")}
          captionHidden
          rows={versions}
          rowKey={({ version }) => String(version)}
          empty={<p>{t("selection.rules.defaults")}</p>}
          columns={[
            {
              key: "version",
              header: t("selection.rules.version"),
              rowHeader: true,
              cell: ({ version }) => format.number(version),
            },
            { key: "setAt", header: t("selection.rules.setAt"), cell: ({ setAt }) => format.dateTime(setAt) },
            { key: "setBy", header: t("selection.rules.setBy"), cell: ({ setBy }) => setBy },
            { key: "reason", header: t("selection.rules.reason"), cell: ({ reason }) => reason },
          ]}
        />
        <Pages page={page} perPage={perPage} total={total} />
      </Section>
    </>
  );
}
