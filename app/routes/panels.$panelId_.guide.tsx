import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { GuideCriteria } from "#app/selection/interview/interview-guide.tsx";
import { readGuide } from "#app/selection/interview/question.queries.server.ts";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const guide = orNotFound(await readGuide(actor, readId(params.panelId)));
  const t = await translatorOf(request);
  return { title: t("interview.guide.title"), guide };
}

/** What is asked and what is looked for, on paper: the same for every candidate. */
export default function Guide() {
  const { title, guide } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PanelHeader
        vacancy={guide.vacancy}
        panelId={guide.panelId}
        title={title}
        lead={t("interview.guide.lead")}
      />
      <GuideCriteria criteria={guide.criteria} />
    </>
  );
}
