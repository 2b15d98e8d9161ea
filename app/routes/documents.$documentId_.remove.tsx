import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { answerRefusal, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { findOwnDocument } from "#app/selection/candidate/own-candidacy.queries.server.ts";
import { removeDocument } from "#app/selection/document/remove-document.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { name, candidacy } = orNotFound(await findOwnDocument(readId(params.documentId)));
  permit(can(actor, "document.keep", candidacy));
  const t = await translatorOf(request);
  return { title: t("selection.document.removeOf", { name }), candidacyId: candidacy.id };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const result = await removeDocument(actor, { documentId: readId(params.documentId) });
  return result.ok ? redirect(paths.myCase(result.value.candidacyId)) : answerRefusal(result.refusal);
}

export default function RemoveDocument() {
  const { title, candidacyId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  const say = useRefusalWords();
  return (
    <>
      <PageHeader title={title} lead={t("selection.document.removeLead")} />
      {reply && <Alert tone="bad" title={say(reply.refusal)} />}
      <Form method="post">
        <FormActions>
          <Button variant="danger">{t("selection.document.remove")}</Button>
          <LinkButton to={paths.myCase(candidacyId)}>{t("selection.file.leave")}</LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
