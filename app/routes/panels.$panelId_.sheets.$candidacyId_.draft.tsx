import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { mayWriteSheet } from "#app/selection/may-write.queries.server.ts";
import { OwnSheet, SHEET_TITLES } from "#app/selection/sheet/own-sheet.tsx";
import { saveDraftSheet } from "#app/selection/sheet/save-draft-sheet.server.ts";
import { readSheet } from "#app/selection/sheet/score-sheet.queries.server.ts";
import { draftSheetSchema } from "#app/selection/sheet/score-sheet.ts";

export const meta = pageTitle;

/** The same sheet again, for a draft that was refused: what was typed stands in it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const sheet = orNotFound(await readSheet(actor, readId(params.panelId), readId(params.candidacyId)));
  const t = await translatorOf(request);
  return { title: t(SHEET_TITLES[sheet.stage], { name: sheet.name }), sheet };
}

/** Keeps a draft where the browser does not save by itself. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const at = { panelId: readId(params.panelId), candidacyId: readId(params.candidacyId) };
  permit(await mayWriteSheet(actor, at));
  const form = await readForm(request, draftSheetSchema);
  if (!form.ok) return form.answer;
  const result = await saveDraftSheet(actor, { ...at, sheet: form.value });
  return result.ok ? redirect(paths.sheet(at.panelId, at.candidacyId)) : form.refuse(result.refusal);
}

export default function DraftSheet() {
  return <OwnSheet sheet={useLoaderData<typeof loader>().sheet} reply={useActionData<typeof action>()} />;
}
