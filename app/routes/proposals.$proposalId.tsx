import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { answerRefusal } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { acceptProposal } from "#app/mentoring/engagement/answer-proposal.server.ts";
import { ProposalFacts } from "#app/mentoring/engagement/proposal-facts.tsx";
import { readProposal } from "#app/mentoring/matching/matching.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const proposal = orNotFound(await readProposal(actor, readId(params.proposalId)));
  const t = await translatorOf(request);
  return { title: t("mentoring.proposal.title", { other: proposal.other }), proposal };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const proposalId = readId(params.proposalId);
  const result = await acceptProposal(actor, { proposalId });
  return result.ok ? redirect(paths.proposal(proposalId)) : answerRefusal(result.refusal);
}

export default function Proposal() {
  const { title, proposal } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useRefusalWords();
  const { id, state, accepted, engagementId, dueOn } = proposal;
  return (
    <>
      <PageHeader
        title={title}
        lead={t(proposal.asMentor ? "mentoring.proposal.leadMentor" : "mentoring.proposal.leadMentee")}
        meta={state === "proposed" && t("mentoring.proposal.dueOn", { date: format.date(dueOn) })}
      />
      {reply && <Alert tone="bad" title={say(reply.refusal)} />}
      {engagementId ? (
        <Alert
          tone="good"
          role="note"
          title={t("mentoring.proposal.concluded")}
          actions={
            <LinkButton variant="primary" to={paths.engagement(engagementId)}>
              {t("mentoring.proposal.toEngagement")}
            </LinkButton>
          }
        />
      ) : state !== "proposed" ? (
        <Alert
          role="note"
          title={t(`mentoring.proposal.is.${state}`)}
          actions={<LinkButton to={paths.home()}>{t("error.home")}</LinkButton>}
        />
      ) : (
        accepted && (
          <Alert tone="good" role="note" title={t("mentoring.proposal.youAccepted")}>
            {t("mentoring.proposal.waits", { other: proposal.other })}
          </Alert>
        )
      )}
      <div className="mt-6">
        <ProposalFacts proposal={proposal} />
      </div>
      {state === "proposed" && (
        <Form method="post">
          <FormActions note={t("mentoring.proposal.note")}>
            {!accepted && <Button>{t("mentoring.proposal.accept")}</Button>}
            <LinkButton to={paths.declineProposal(id)}>{t("mentoring.proposal.decline")}</LinkButton>
          </FormActions>
        </Form>
      )}
    </>
  );
}
