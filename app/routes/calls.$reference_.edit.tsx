import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { can } from "#app/access/can.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { listStates } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { TIME_ZONES } from "#app/platform/local-time.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import { readCallByReference, readCallChoices } from "#app/selection/call/call.queries.server.ts";
import { callDraftSchema } from "#app/selection/call/call-draft.ts";
import { CallForm } from "#app/selection/call/call-form.tsx";
import { CallFormHeader } from "#app/selection/call/call-form-header.tsx";
import { draftCall } from "#app/selection/call/draft-call.server.ts";
import { listLanguages } from "#app/selection/needs/mission.queries.server.ts";
import { Alert } from "#app/ui/alert.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "call.manage"));
  const t = await translatorOf(request);
  const call = orNotFound(await readCallByReference(params.reference ?? ""));
  const [choices, languages, states] = await Promise.all([
    readCallChoices(call.id),
    listLanguages(),
    listStates(languageOf(request)),
  ]);
  return { title: t("call.edit"), call, choices: { ...choices, languages, states, zones: TIME_ZONES } };
}

const version = z.object({ version: versionNumber });

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "call.manage"));
  const call = orNotFound(await readCallByReference(params.reference ?? ""));
  const form = await readForm(request, version.and(callDraftSchema));
  if (!form.ok) return form.answer;
  const { version: opened, ...draft } = form.value;
  const result = await draftCall(actor, { replaces: { callId: call.id, version: opened }, draft });
  return result.ok ? redirect(paths.call(result.value.reference)) : form.refuse(result.refusal);
}

export default function EditCall() {
  const { title, call, choices } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  return (
    <>
      <CallFormHeader title={title} call={call} lead={t("call.form.lead")} />
      {call.state === "draft" ? (
        <CallForm kind={call.kind} before={call} chosen={null} choices={choices} reply={reply} />
      ) : (
        <Alert title={t("refusal.wrongState")} />
      )}
    </>
  );
}
