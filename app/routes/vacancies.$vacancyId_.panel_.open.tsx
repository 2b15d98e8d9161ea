import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
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
import { openPanel } from "#app/selection/panel/open-panel.server.ts";
import { readPanelSetup } from "#app/selection/panel/panel-setup.queries.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "panel.set"));
  const setup = orNotFound(await readPanelSetup(actor, readId(params.vacancyId)));
  if (setup.panel?.phase !== "forming") throw redirect(paths.setPanel(setup.vacancyId));
  const t = await translatorOf(request);
  return {
    title: t("selection.openPanel.title"),
    vacancyId: setup.vacancyId,
    reference: setup.vacancy.reference,
    members: setup.panel.members.length,
    scoringDueOn: setup.panel.scoringDueOn,
    screenedIn: setup.screenedIn,
    unscreened: setup.unscreened,
    silent: setup.silent,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const result = await openPanel(actor, { vacancyId: readId(params.vacancyId) });
  if (result.ok) return redirect(paths.panel(result.value.panelId));
  answerRefusal(result.refusal);
  return data({ refusal: result.refusal }, { status: 422 });
}

export default function OpenPanel() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useRefusalWords();
  return (
    <>
      <PageHeader
        title={page.title}
        eyebrow={page.reference}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          { to: paths.vacancy(page.vacancyId), label: page.reference },
          { to: paths.setPanel(page.vacancyId), label: t("selection.setPanel.title") },
        ]}
        lead={t("selection.openPanel.lead")}
      />
      {reply?.refusal && (
        <div className="mb-6">
          <Alert tone="bad" title={say(reply.refusal)} />
        </div>
      )}
      <DefinitionList
        items={[
          { term: t("selection.openPanel.invited"), detail: format.number(page.members) },
          { term: t("selection.openPanel.candidacies"), detail: format.number(page.screenedIn) },
          { term: t("selection.openPanel.unscreened"), detail: format.number(page.unscreened) },
          {
            term: t("selection.openPanel.silent"),
            detail: t("selection.openPanel.lapse", { count: page.silent }),
          },
          {
            term: t("selection.setPanel.dueOn"),
            detail: page.scoringDueOn && format.date(page.scoringDueOn),
          },
        ]}
      />
      <Form method="post">
        <FormActions>
          <Button>{t("selection.openPanel.submit")}</Button>
          <LinkButton to={paths.setPanel(page.vacancyId)}>{t("selection.panel.changeMembers")}</LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
