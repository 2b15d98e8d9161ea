import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { RubricHeader } from "#app/selection/rubric/rubric-header.tsx";
import { RubricPreview } from "#app/selection/rubric/rubric-preview.tsx";
import { readRubricPreview } from "#app/selection/sheet/score-sheet.queries.server.ts";
import { Alert } from "#app/ui/alert.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "rubric.read"));
  const t = await translatorOf(request);
  const preview = orNotFound(await readRubricPreview(actor, readId(params.rubricId)));
  return { title: t("rubric.preview"), ...preview };
}

export default function PreviewRubric() {
  const { title, owner, rubric, version } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <RubricHeader title={title} owner={owner} version={version} lead={t("rubric.previewLead")} />
      <div className="mb-6">
        <Alert title={t("rubric.previewNote")} role="note" />
      </div>
      <RubricPreview rubric={rubric} />
    </>
  );
}
