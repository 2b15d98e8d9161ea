import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { answerRefusal, notFound } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { answerExtension } from "#app/mentoring/engagement/extend-engagement.server.ts";
import { extensionAnswerSchema } from "#app/mentoring/engagement/extension.ts";
import { ExtensionAnswer } from "#app/mentoring/engagement/extension-answer.tsx";
import { readOwnPair } from "#app/mentoring/engagement/pair.queries.server.ts";
import { PairHeader } from "#app/mentoring/engagement/pair-header.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readFormData } from "#app/platform/form.server.ts";
import { Alert } from "#app/ui/alert.tsx";

export const meta = pageTitle;

/** The answer to a later last day, where one waits; where none does, the page on which it is proposed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const pair = orNotFound(await readOwnPair(actor, readId(params.engagementId)));
  const { waiting, ...shown } = pair;
  if (!waiting) throw redirect(paths.extendEngagement(pair.id));
  const t = await translatorOf(request);
  return { title: t("pair.extend.title"), pair: shown, waiting };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const engagementId = readId(params.engagementId);
  const order = extensionAnswerSchema.safeParse(Object.fromEntries(await readFormData(request)));
  if (!order.success) throw notFound();
  const result = await answerExtension(actor, { engagementId, ...order.data });
  return result.ok ? redirect(paths.engagement(engagementId)) : answerRefusal(result.refusal);
}

export default function AnswerExtension() {
  const { title, pair, waiting } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useRefusalWords();
  const { id, mentor, mentee, endsOn } = pair;
  const lead = t("pair.extend.lead", { day: format.date(endsOn) });
  return (
    <>
      <PairHeader {...{ title, mentor, mentee, lead }} engagementId={id} />
      {reply?.refusal && <Alert tone="bad" title={say(reply.refusal)} />}
      <ExtensionAnswer pair={pair} waiting={waiting} />
    </>
  );
}
