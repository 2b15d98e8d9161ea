import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { answerRefusal, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readPanel } from "#app/selection/panel/panel.queries.server.ts";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { PanelMembers } from "#app/selection/panel/panel-members.tsx";
import { revealSheets } from "#app/selection/sheet/reveal-sheets.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { FormActions } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { id, rights, interview, vacancy, members, reveal } = orNotFound(
    await readPanel(actor, readId(params.panelId)),
  );
  permit(reveal !== null);
  if (rights.scores === null) throw redirect(paths.panel(id));
  const t = await translatorOf(request);
  const round = rights.scores;
  const lead = interview ? (`interview.reveal.${round}` as const) : ("selection.reveal.lead" as const);
  return { title: t("selection.reveal.title"), id, vacancy, members, lead, refusal: reveal.refusal };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const panelId = readId(params.panelId);
  const result = await revealSheets(actor, { panelId });
  if (result.ok) return redirect(paths.panel(panelId));
  answerRefusal(result.refusal);
  return data({ refusal: result.refusal }, { status: 422 });
}

/** The chair's last look before the sheets open: what is still owed, or the button. */
export default function Reveal() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  const say = useRefusalWords();
  const refusal = reply?.refusal ?? page.refusal;
  const back = (words: string) => <LinkButton to={paths.panel(page.id)}>{words}</LinkButton>;
  return (
    <>
      <PanelHeader vacancy={page.vacancy} panelId={page.id} title={page.title} lead={t(page.lead)} />
      {refusal && (
        <Alert
          tone="warn"
          role={reply ? "alert" : "status"}
          title={t("selection.panel.notYetRevealed")}
          actions={back(t("selection.panel.one"))}
        >
          {say(refusal)}
        </Alert>
      )}
      <Section title={t("selection.reveal.outstanding")} lead={t("selection.reveal.withdrawn")}>
        <PanelMembers members={page.members} />
      </Section>
      {!page.refusal && (
        <Form method="post">
          <FormActions>
            <Button>{t("selection.reveal.submit")}</Button>
            {back(t("selection.reveal.back"))}
          </FormActions>
        </Form>
      )}
    </>
  );
}
