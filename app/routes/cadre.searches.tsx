import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { keepSearch, saveSearch } from "#app/cadre/keep-search.server.ts";
import { listRoleKinds, listSpoken } from "#app/cadre/member.queries.server.ts";
import { keepSearchSchema, searchFrom, searchParams } from "#app/cadre/member-search.ts";
import { listSavedSearches } from "#app/cadre/saved-search.queries.server.ts";
import { SavedSearches, SaveSearchForm } from "#app/cadre/saved-searches.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** The searches that an officer keeps; and the one that the address holds, to be kept. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "savedSearch.keep"));
  const t = await translatorOf(request);
  const asked = searchFrom(Object.fromEntries(new URL(request.url).searchParams));
  const [kept, roleKinds, languages] = await Promise.all([
    listSavedSearches(actor),
    listRoleKinds(),
    listSpoken(),
  ]);
  return { title: t("cadre.search.kept"), kept, roleKinds, languages, asked };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "savedSearch.keep"));
  const form = await readForm(request, keepSearchSchema);
  if (!form.ok) return form.answer;
  if (form.value.intent === "save") {
    const { intent, name, ...search } = form.value;
    const saved = await saveSearch(actor, { name, search });
    return saved.ok ? redirect(paths.savedSearches()) : form.refuse(saved.refusal);
  }
  const kept = await keepSearch(actor, form.value);
  return kept.ok ? redirect(paths.savedSearches()) : form.refuse(kept.refusal);
}

export default function SavedSearchesPage() {
  const { title, kept, asked, ...kinds } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.cadre(), label: t("cadre.list.title") }]}
      />
      {asked && Object.keys(searchParams(asked)).length > 0 && (
        <SaveSearchForm search={asked} reply={reply} {...kinds} />
      )}
      <SavedSearches kept={kept} reply={reply} {...kinds} />
    </>
  );
}
