import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { actingState } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import { mayWriteDraft } from "#app/selection/may-write.queries.server.ts";
import { discardDraft } from "#app/selection/nomination/discard-draft.server.ts";
import { readDraft } from "#app/selection/nomination/nominee-draft.queries.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const t = await translatorOf(request);
  const { id, version, self, file, call } = orNotFound(await readDraft(actor, readId(params.draftId)));
  const name = `${file.givenName} ${file.familyName}`.trim();
  return { title: t("nominating.discard.title"), id, version, self, name, call };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const draftId = readId(params.draftId);
  permit(await mayWriteDraft(actor, draftId));
  const form = await readForm(request, z.object({ version: versionNumber }));
  if (!form.ok) return form.answer;
  const result = await discardDraft(actor, { draftId, version: form.value.version });
  if (!result.ok) return form.refuse(result.refusal);
  return redirect(actingState(actor) !== null ? paths.list(result.value.callId) : paths.myCases());
}

export default function DiscardDraft() {
  const { title, id, version, name, call } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  const say = useRefusalWords();
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={call.name}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.draft(id), label: name || t("nominating.list.unnamed") }]}
        lead={t("nominating.discard.lead", { name: name || t("nominating.list.unnamed") })}
      />
      {reply?.refusal && <Alert tone="bad" title={say(reply.refusal)} />}
      <Form method="post">
        <input type="hidden" name="version" value={version} />
        <FormActions>
          <Button variant="danger">{title}</Button>
          <LinkButton to={paths.draft(id)}>{t("nominating.discard.keep")}</LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
