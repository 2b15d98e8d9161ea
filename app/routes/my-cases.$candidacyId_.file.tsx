import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { correctFile } from "#app/selection/candidate/correct-file.server.ts";
import { CorrectionPage } from "#app/selection/candidate/correction-page.tsx";
import { readCorrectionPage } from "#app/selection/candidate/own-forms.queries.server.ts";
import { mayKeepFile } from "#app/selection/lifecycle.ts";
import { mayWriteCase } from "#app/selection/may-write.queries.server.ts";
import { correctionSchema } from "#app/selection/nomination/profile.ts";

export { readAgain as shouldRevalidate } from "#app/access/read-again.ts";
export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const page = orNotFound(await readCorrectionPage(readId(params.candidacyId)));
  permit(can(actor, "file.correct", page));
  if (!mayKeepFile(page.state, page.vacancyState)) throw redirect(paths.myCase(page.id));
  const t = await translatorOf(request);
  const { state, vacancyState, personId, ...shown } = page;
  return { title: t("selection.file.title"), page: shown };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const candidacyId = readId(params.candidacyId);
  permit(await mayWriteCase(actor, "file.correct", candidacyId));
  const form = await readForm(request, correctionSchema(today()));
  if (!form.ok) return form.answer;
  const result = await correctFile(actor, { candidacyId, form: form.value });
  return result.ok ? redirect(paths.myCase(candidacyId)) : form.refuse(result.refusal);
}

export default function CorrectFile() {
  const { title, page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { format } = useLanguage();
  const back = { to: paths.myCase(page.id), label: page.reference };
  return <CorrectionPage {...{ title, back, page, reply }} eyebrow={caseTitle(format.locale, page)} />;
}
