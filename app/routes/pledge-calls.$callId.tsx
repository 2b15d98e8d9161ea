import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { listLanguageNames, readPledgeCall } from "#app/mentoring/health/pledge-call.queries.server.ts";
import { pledgeCallSchema } from "#app/mentoring/health/pledge-call.ts";
import { PledgeCallForm } from "#app/mentoring/health/pledge-call-form.tsx";
import { PledgeCallMessages } from "#app/mentoring/health/pledge-call-messages.tsx";
import { useLanguageName } from "#app/mentoring/health/pool-figures.tsx";
import {
  discardPledgeCall,
  keepPledgeCall,
  sendPledgeCall,
} from "#app/mentoring/health/send-pledge-call.server.ts";
import { gapWords } from "#app/mentoring/matching/gap-words.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const call = orNotFound(await readPledgeCall(actor, readId(params.callId)));
  const t = await translatorOf(request);
  return { title: t("pledgeCall.one"), call, languages: await listLanguageNames() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const callId = readId(params.callId);
  permit(can(actor, "pledgeCall.write"));
  const form = await readForm(request, pledgeCallSchema);
  if (!form.ok) return form.answer;
  const { intent, ...text } = form.value;
  const act = { keep: keepPledgeCall, send: sendPledgeCall, discard: discardPledgeCall }[intent];
  const result = await act(actor, { callId, ...text });
  if (!result.ok) return form.refuse(result.refusal);
  return redirect(intent === "discard" ? paths.pledgeCalls() : paths.pledgeCall(callId));
}

export default function PledgeCall() {
  const { title, call, languages } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const languageName = useLanguageName(languages);
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.pledgeCalls(), label: t("pledgeCall.list") }]}
        meta={
          call.sentAt
            ? t("pledgeCall.sentOn", { day: format.date(call.sentAt) })
            : t("pledgeCall.state.draft")
        }
        actions={
          call.mayAnswer && (
            <LinkButton to={paths.pledgeMentor(call.id)} variant="primary">
              {t("pledgeCall.pledge")}
            </LinkButton>
          )
        }
      />
      <DefinitionList
        items={[
          {
            term: t("pledgeCall.gaps"),
            detail: format.list(call.gaps.map((gap) => gapWords(t, gap, languageName))),
          },
          { term: t("pledgeCall.answerBy"), detail: format.date(call.answerBy) },
          {
            term: t(call.mayAnswer ? "pledgeCall.ownAnswers" : "pledgeCall.answers"),
            detail: t("pledgeCall.answerCount", { count: call.answers }),
          },
        ]}
      />
      {call.mayWrite ? (
        <div className="mt-8">
          <PledgeCallForm key={call.version} call={call} reply={reply} />
        </div>
      ) : (
        <PledgeCallMessages call={call} />
      )}
    </>
  );
}
