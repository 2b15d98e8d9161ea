import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { answerRefusal, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { openPanelInterviews } from "#app/selection/interview/open-interviews.server.ts";
import { readPanel } from "#app/selection/panel/panel.queries.server.ts";
import { PanelCandidacies } from "#app/selection/panel/panel-candidacies.tsx";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { FormActions } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const panel = orNotFound(await readPanel(actor, readId(params.panelId)));
  permit(panel.reveal !== null);
  if (!panel.mayOpenInterviews) throw redirect(paths.panel(panel.id));
  const t = await translatorOf(request);
  return { title: t("interview.open.title"), panel };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const panelId = readId(params.panelId);
  const result = await openPanelInterviews(actor, { panelId });
  if (result.ok) return redirect(paths.panel(panelId));
  answerRefusal(result.refusal);
  return data({ refusal: result.refusal }, { status: 422 });
}

/** The chair's last look before the interviews open: who is heard when. */
export default function OpenInterviews() {
  const { title, panel } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useRefusalWords();
  return (
    <>
      <PanelHeader vacancy={panel.vacancy} panelId={panel.id} title={title} lead={t("interview.open.lead")} />
      {reply && <Alert tone="warn" role="alert" title={say(reply.refusal)} />}
      <Section title={t("interview.times")}>
        <PanelCandidacies panel={panel} />
      </Section>
      <Form method="post">
        <FormActions>
          <Button>{t("interview.open.submit")}</Button>
          <LinkButton to={paths.panel(panel.id)}>{t("selection.reveal.back")}</LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
