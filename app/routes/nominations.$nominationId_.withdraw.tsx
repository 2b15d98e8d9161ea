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
import { readNomination } from "#app/selection/nomination.queries.server.ts";
import { withdrawNomination } from "#app/selection/withdraw-nomination.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const t = await translatorOf(request);
  const nomination = orNotFound(await readNomination(readId(params.nominationId)));
  permit(can(actor, "nomination.withdraw", nomination));
  const { id, person, reference, roleKind, mission } = nomination;
  return { title: t("selection.nomination.withdraw"), id, person, reference, roleKind, mission };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const nominationId = readId(params.nominationId);
  const result = await withdrawNomination(actor, { nominationId });
  return result.ok ? redirect(paths.nomination(nominationId)) : answerRefusal(result.refusal);
}

export default function WithdrawNomination() {
  const { title, id, person, ...nomination } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useRefusalWords();
  const name = `${person.givenName} ${person.familyName}`;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={caseTitle(format.locale, nomination)}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.nomination(id), label: name }]}
        lead={t("selection.nomination.withdrawLead", { name })}
      />
      {reply && <Alert tone="bad" title={say(reply.refusal)} />}
      <Form method="post">
        <FormActions>
          <Button variant="danger">{title}</Button>
          <LinkButton to={paths.nomination(id)}>{t("selection.nomination.keep")}</LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
