import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { useRefusalWords } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { answerRefusal, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { caseTitle } from "#app/selection/case-title.ts";
import { readOwnCandidacy } from "#app/selection/own-candidacy.queries.server.ts";
import { withdrawCandidacy } from "#app/selection/withdraw-candidacy.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const candidacy = orNotFound(await readOwnCandidacy(readId(params.candidacyId)));
  permit(can(actor, "candidacy.withdraw", candidacy));
  const t = await translatorOf(request);
  const { id, reference, roleKind, mission } = candidacy;
  return { title: t("selection.own.withdraw"), id, reference, roleKind, mission };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const candidacyId = readId(params.candidacyId);
  const result = await withdrawCandidacy(actor, { candidacyId });
  return result.ok ? redirect(paths.myCase(candidacyId)) : answerRefusal(result.refusal);
}

export default function WithdrawCandidacy() {
  const { title, id, ...candidacy } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useRefusalWords();
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={caseTitle(format.locale, candidacy)}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.myCase(id), label: candidacy.reference }]}
        lead={t("selection.own.withdrawLead")}
      />
      {reply && <Alert tone="bad" title={say(reply.refusal)} />}
      <Form method="post">
        <FormActions>
          <Button variant="danger">{title}</Button>
          <LinkButton to={paths.myCase(id)}>{t("selection.nomination.keep")}</LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
