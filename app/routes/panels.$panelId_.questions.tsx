import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { chosenQuestionsSchema } from "#app/selection/interview/interview.ts";
import { chooseQuestions } from "#app/selection/interview/keep-questions.server.ts";
import { readChoice } from "#app/selection/interview/question.queries.server.ts";
import { QuestionChoice } from "#app/selection/interview/question-choice.tsx";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { LinkButton } from "#app/ui/button.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "panel.set"));
  const choice = orNotFound(await readChoice(actor, readId(params.panelId)));
  const t = await translatorOf(request);
  return { title: t("interview.choose.title"), choice };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const panelId = readId(params.panelId);
  permit(can(actor, "panel.set"));
  const form = await readForm(request, chosenQuestionsSchema);
  if (!form.ok) return form.answer;
  const result = await chooseQuestions(actor, { panelId, ...form.value });
  return result.ok ? redirect(paths.interviewGuide(panelId)) : form.refuse(result.refusal);
}

export default function ChooseQuestions() {
  const { title, choice } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PanelHeader
        vacancy={choice.vacancy}
        panelId={choice.panelId}
        title={title}
        lead={t("interview.choose.lead")}
        actions={<LinkButton to={paths.questions()}>{t("interview.bank.title")}</LinkButton>}
      />
      <QuestionChoice choice={choice} reply={reply} />
    </>
  );
}
