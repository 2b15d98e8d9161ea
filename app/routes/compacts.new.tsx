import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { listCompactChoices } from "#app/cadre/compact.queries.server.ts";
import { newCompactSchema } from "#app/cadre/compact.ts";
import { CompactForm } from "#app/cadre/compact-form.tsx";
import { openCompact } from "#app/cadre/keep-compact.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "compact.open"));
  const t = await translatorOf(request);
  const year = Number(today().slice(0, 4));
  return { title: t("compact.new"), year, choices: await listCompactChoices() };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "compact.open"));
  const form = await readForm(request, newCompactSchema);
  if (!form.ok) return form.answer;
  const result = await openCompact(actor, form.value);
  return result.ok ? redirect(paths.compact(result.value.compactId)) : form.refuse(result.refusal);
}

export default function NewCompact() {
  const { title, year, choices } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("compact.newLead")}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.compacts(), label: t("compact.list") }]}
      />
      <CompactForm choices={choices} year={year} reply={reply} />
    </>
  );
}
