import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound } from "#app/access/read-id.server.ts";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { nomineeOf } from "#app/selection/nomination/nominee.ts";
import { AnswerPage } from "#app/selection/screening/answer-page.tsx";
import { answerQuestions } from "#app/selection/screening/answer-questions.server.ts";
import { findFileRequest } from "#app/selection/screening/file-request.queries.server.ts";
import { answersSchema } from "#app/selection/screening/file-request.ts";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const t = await translatorOf(request);
  return { title: t("vetting.answer.title"), page: await findFileRequest(params.token ?? "") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const page = orNotFound(await findFileRequest(token));
  const form = await readForm(request, answersSchema(page, today()));
  if (!form.ok) return form.answer;
  const nominee = nomineeOf(page, languageOf(request));
  const result = await answerQuestions(nominee, { requestId: page.requestId, answers: form.value });
  return result.ok ? redirect(paths.answer(token)) : form.refuse(result.refusal);
}

export default function Answer() {
  const { title, page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <AnswerPage title={title} page={page} reply={reply} />;
}
