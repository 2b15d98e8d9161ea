import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { readSampleSheet } from "#app/selection/sheet/calibration.queries.server.ts";
import { SampleSheet } from "#app/selection/sheet/sample-sheet-form.tsx";
import { draftSheetSchema } from "#app/selection/sheet/score-sheet.ts";
import { saveSample } from "#app/selection/sheet/write-sample-sheet.server.ts";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const sheet = orNotFound(await readSampleSheet(actor, readId(params.panelId)));
  const t = await translatorOf(request);
  return { title: t("calibration.sheet"), sheet };
}

/** Keeps a sample sheet as far as it is filled in; what was refused stands in the same sheet again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const panelId = readId(params.panelId);
  orNotFound(await readSampleSheet(actor, panelId));
  const form = await readForm(request, draftSheetSchema);
  if (!form.ok) return form.answer;
  const result = await saveSample(actor, { panelId, sheet: form.value });
  return result.ok ? redirect(paths.sampleSheet(panelId)) : form.refuse(result.refusal);
}

export default function SaveSample() {
  return <SampleSheet {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
