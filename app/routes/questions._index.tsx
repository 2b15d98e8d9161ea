import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { pageOf } from "#app/platform/paging.ts";
import { questionSchema } from "#app/selection/interview/interview.ts";
import { addQuestion } from "#app/selection/interview/keep-questions.server.ts";
import {
  listQuestions,
  QUESTIONS_PER_PAGE,
  questionableCriteria,
} from "#app/selection/interview/question.queries.server.ts";
import { QuestionFilter, QuestionForm, QuestionTable } from "#app/selection/interview/question-bank.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "question.read"));
  const page = pageOf(request.url);
  const criteria = await questionableCriteria();
  const asked = new URL(request.url).searchParams.get("criterion") ?? "";
  const criterion = criteria.some(({ code }) => code === asked) ? asked : "";
  const t = await translatorOf(request);
  return {
    title: t("interview.bank.title"),
    keeps: can(actor, "question.keep"),
    ...{ page, criteria, criterion, perPage: QUESTIONS_PER_PAGE },
    ...(await listQuestions(criterion, page)),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "question.keep"));
  const form = await readForm(request, questionSchema);
  if (!form.ok) return form.answer;
  const result = await addQuestion(actor, form.value);
  return result.ok ? redirect(paths.questions(form.value.criterionCode)) : form.refuse(result.refusal);
}

export default function Questions() {
  const { title, keeps, questions, criteria, criterion, total, page, perPage } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader title={title} lead={t("interview.bank.lead")} />
      <QuestionFilter criteria={criteria} criterion={criterion} />
      <QuestionTable questions={questions} criteria={criteria} keeps={keeps} />
      <Pages page={page} perPage={perPage} total={total} />
      {keeps && (
        <Section title={t("interview.bank.add")} lead={t("interview.bank.addLead")}>
          <QuestionForm key={total} criteria={criteria} criterion={criterion} reply={reply} />
        </Section>
      )}
    </>
  );
}
