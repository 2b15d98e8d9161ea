import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readCompact } from "#app/cadre/compact.queries.server.ts";
import { compactOrderSchema } from "#app/cadre/compact.ts";
import { CompactConversations } from "#app/cadre/compact-conversations.tsx";
import { CompactIndicators } from "#app/cadre/compact-indicators.tsx";
import { CompactSignatures } from "#app/cadre/compact-signatures.tsx";
import { keepCompact } from "#app/cadre/keep-compact.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export { readAgain as shouldRevalidate } from "#app/access/read-again.ts";
export const meta = pageTitle;

/** One compact: its leader's, decision makers' and overseers' to read; another leader's it is not. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const compact = orNotFound(await readCompact(actor, readId(params.compactId)));
  return { title: `${compact.name}, ${compact.year}`, compact };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const compactId = readId(params.compactId);
  permit(orNotFound(await readCompact(actor, compactId)).side !== null);
  const form = await readForm(request, compactOrderSchema);
  if (!form.ok) return form.answer;
  const result = await keepCompact(actor, compactId, form.value);
  return result.ok ? redirect(paths.compact(compactId)) : form.refuse(result.refusal);
}

export default function Compact() {
  const { title, compact } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const { role, mission, figures, year, signed } = compact;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={t("compact.postOf", { role: nameIn(format.locale, role), mission })}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.compacts(), label: t("compact.list") }]}
      />
      <CompactIndicators figures={figures} year={year} signed={signed} />
      <CompactConversations compact={compact} reply={reply} />
      <CompactSignatures compact={compact} reply={reply} />
    </>
  );
}
