import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { AnswerPage } from "#app/selection/screening/answer-page.tsx";
import { answerQuestions } from "#app/selection/screening/answer-questions.server.ts";
import { readOwnFileRequest } from "#app/selection/screening/file-request.queries.server.ts";
import { answersSchema } from "#app/selection/screening/file-request.ts";

export const meta = pageTitle;

/** What the signed-in candidate is asked; 404 where nothing is, and for everybody else. */
async function ownRequest(request: Request, candidacyId: string | undefined) {
  const actor = await requireActor(request);
  const page = orNotFound(await readOwnFileRequest(readId(candidacyId)));
  permit(can(actor, "candidacy.complete", page));
  return { actor, page };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page } = await ownRequest(request, params.candidacyId);
  const t = await translatorOf(request);
  return { title: t("vetting.answer.title"), page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, page } = await ownRequest(request, params.candidacyId);
  const form = await readForm(request, answersSchema(page, today()));
  if (!form.ok) return form.answer;
  const result = await answerQuestions(actor, { requestId: page.requestId, answers: form.value });
  return result.ok ? redirect(paths.myCase(page.candidacyId)) : form.refuse(result.refusal);
}

export default function MyQuestions() {
  const { title, page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <AnswerPage title={title} page={page} reply={reply} />;
}
