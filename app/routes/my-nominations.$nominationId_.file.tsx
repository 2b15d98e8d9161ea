import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { CorrectionPage } from "#app/selection/candidate/correction-page.tsx";
import { readPoolCorrectionPage } from "#app/selection/candidate/own-forms.queries.server.ts";
import { mayAnswerForCadre } from "#app/selection/may-write.queries.server.ts";
import { correctionSchema } from "#app/selection/nomination/profile.ts";
import { correctPoolFile } from "#app/selection/pool/correct-pool-file.server.ts";

export { readAgain as shouldRevalidate } from "#app/access/read-again.ts";
export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const nominationId = readId(params.nominationId);
  const page = orNotFound(await readPoolCorrectionPage(languageOf(request), nominationId));
  permit(can(actor, "pool.answer", page));
  if (!page.open) throw redirect(paths.myNomination(nominationId));
  const t = await translatorOf(request);
  const { personId, open, ...shown } = page;
  return { title: t("selection.file.title"), page: shown };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const nominationId = readId(params.nominationId);
  permit(await mayAnswerForCadre(actor, nominationId));
  const form = await readForm(request, correctionSchema(today()));
  if (!form.ok) return form.answer;
  const result = await correctPoolFile(actor, { nominationId, form: form.value });
  return result.ok ? redirect(paths.myNomination(nominationId)) : form.refuse(result.refusal);
}

export default function CorrectPoolFile() {
  const { title, page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const back = { to: paths.myNomination(page.id), label: page.reference };
  return <CorrectionPage {...{ title, back, page, reply }} eyebrow={page.call} />;
}
