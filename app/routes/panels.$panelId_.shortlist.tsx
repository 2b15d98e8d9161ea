import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { setShortlist } from "#app/selection/interview/set-shortlist.server.ts";
import { readShortlist } from "#app/selection/interview/shortlist.queries.server.ts";
import { shortlistSchema } from "#app/selection/interview/shortlist.ts";
import { ShortlistForm } from "#app/selection/interview/shortlist-form.tsx";
import { ShortlistTable, ShortlistTally } from "#app/selection/interview/shortlist-table.tsx";
import { mayWriteForPanel } from "#app/selection/may-write.queries.server.ts";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { Section } from "#app/ui/card.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const page = orNotFound(await readShortlist(actor, readId(params.panelId)));
  const t = await translatorOf(request);
  return { title: t("shortlist.title"), page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const panelId = readId(params.panelId);
  permit(await mayWriteForPanel(actor, "shortlist.set", panelId));
  const form = await readForm(request, shortlistSchema);
  if (!form.ok) return form.answer;
  const result = await setShortlist(actor, { panelId, shortlist: form.value });
  return result.ok ? redirect(paths.panel(panelId)) : form.refuse(result.refusal);
}

/** Whom the panel interviews, and why not the others. */
export default function Shortlist() {
  const { title, page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PanelHeader vacancy={page.vacancy} panelId={page.panelId} title={title} lead={t("shortlist.lead")} />
      <Section title={t("shortlist.tally")}>
        <ShortlistTally page={page} />
      </Section>
      <Section title={t("selection.panel.candidacies")}>
        {page.maySet ? (
          <ShortlistForm key={page.version} page={page} reply={reply} />
        ) : (
          <ShortlistTable page={page} />
        )}
      </Section>
    </>
  );
}
