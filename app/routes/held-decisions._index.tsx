import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { pageOf } from "#app/platform/paging.ts";
import { effectDecisions } from "#app/selection/decision/effect-decisions.server.ts";
import { readHeldDecisions } from "#app/selection/decision/held-decision.queries.server.ts";
import { effectSchema, HELD_PER_PAGE } from "#app/selection/decision/held-decision.ts";
import { HeldDecisionsForm } from "#app/selection/decision/held-decisions-form.tsx";
import { HeldTally } from "#app/selection/decision/held-tally.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "decision.await"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  return { title: t("selection.held.title"), page, ...(await readHeldDecisions(actor, page)) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "decision.await"));
  const form = await readForm(request, effectSchema);
  if (!form.ok) return form.answer;
  const result = await effectDecisions(actor, form.value.held);
  return result.ok ? redirect(paths.decisions()) : form.refuse(result.refusal);
}

export default function HeldDecisions() {
  const { title, page, held, total, tally } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("selection.held.lead")}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.decisions(), label: t("nav.decisions") }]}
      />
      {total === 0 ? (
        <EmptyState
          title={t("selection.held.none")}
          text={t("selection.held.noneText")}
          action={<LinkButton to={paths.decisions()}>{t("nav.decisions")}</LinkButton>}
        />
      ) : (
        <>
          <HeldTally tally={tally} />
          <HeldDecisionsForm key={held.map(({ value }) => value).join()} held={held} reply={reply} />
          <Pages page={page} perPage={HELD_PER_PAGE} total={total} />
        </>
      )}
    </>
  );
}
