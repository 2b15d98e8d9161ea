import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { openOwnDraft } from "#app/selection/nomination/open-own-draft.server.ts";
import { readOwnDraft } from "#app/selection/nomination/own-draft.queries.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** Where the link of somebody who nominates themself leads: the form begun before, or the word to begin one. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const t = await translatorOf(request);
  const own = orNotFound(await readOwnDraft(actor, readId(params.callId)));
  if (own.kind === "begun") throw redirect(paths.draft(own.draftId));
  return { title: t("nominating.own.title"), own };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const callId = readId(params.callId);
  orNotFound(await readOwnDraft(actor, callId));
  const form = await readForm(request, z.object({}));
  if (!form.ok) return form.answer;
  const result = await openOwnDraft(actor, { callId });
  return result.ok ? redirect(paths.draft(result.value.draftId)) : form.refuse(result.refusal);
}

export default function OwnNomination() {
  const { title, own } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  const say = useRefusalWords();
  const bar = own.bar ?? reply?.refusal;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={own.name}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.call(own.reference), label: own.reference }]}
        lead={!bar && t("nominating.own.beginLead")}
      />
      {bar && (
        <Alert
          role="note"
          title={say(bar)}
          actions={<LinkButton to={paths.call(own.reference)}>{t("selection.consent.readCall")}</LinkButton>}
        />
      )}
      {!own.bar && (
        <Form method="post">
          <FormActions>
            <Button>{t("nominating.own.begin")}</Button>
          </FormActions>
        </Form>
      )}
    </>
  );
}
