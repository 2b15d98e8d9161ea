import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readVacancyDemand } from "#app/cadre/demand.queries.server.ts";
import { listInterested } from "#app/cadre/fit.queries.server.ts";
import { FitColumns } from "#app/cadre/fit-columns.tsx";
import { FIT_PER_PAGE } from "#app/cadre/fit-order.queries.server.ts";
import { inviteMember } from "#app/cadre/invite-member.server.ts";
import { ListExports } from "#app/cadre/list-exports.tsx";
import { readFit } from "#app/cadre/read-fit.server.ts";
import { VacancyInterests } from "#app/cadre/vacancy-interests.tsx";
import { nameIn } from "#app/i18n/languages.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { pageOf } from "#app/platform/paging.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

const invitation = z.object({ membershipId: z.uuid() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "cadre.read"));
  const vacancyId = readId(params.vacancyId);
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  const { demand, judges, reference, ...vacancy } = orNotFound(await readVacancyDemand(vacancyId));
  const [fit, interested] = await Promise.all([
    readFit(actor, { demand, judges, vacancyId, page }),
    listInterested(vacancyId),
  ]);
  const name = `${nameIn(actor.locale, vacancy.roleKind)}, ${vacancy.mission}`;
  return {
    ...{ title: t("fit.of", { post: name }), vacancyId, reference, fit, interested },
    perPage: FIT_PER_PAGE,
    mayInvite: vacancy.state === "open" && can(actor, "member.invite"),
  };
}

/** Invites a member to apply. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "member.invite"));
  const vacancyId = readId(params.vacancyId);
  const form = await readForm(request, invitation);
  if (!form.ok) return form.answer;
  const result = await inviteMember(actor, { vacancyId, membershipId: form.value.membershipId });
  return result.ok ? redirect(paths.fit(vacancyId)) : form.refuse(result.refusal);
}

/** Which members fit a vacancy, in order, with every reason and every gap. */
export default function VacancyFit() {
  const { title, vacancyId, reference, fit, interested, perPage, mayInvite } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const sayRefusal = useRefusalWords();
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.vacancy(vacancyId), label: reference }]}
        lead={t("fit.lead", { count: fit.total })}
      />
      {reply?.refusal && <Alert tone="bad" title={sayRefusal(reply.refusal)} />}
      <Section
        title={t("fit.title")}
        lead={t("fit.order")}
        actions={fit.total > 0 && <ListExports list="fit" asked={{ vacancy: vacancyId }} />}
      >
        <FitColumns fit={fit} mayInvite={mayInvite} />
        <Pages page={fit.page} perPage={perPage} total={fit.most} />
      </Section>
      <VacancyInterests members={interested} />
    </>
  );
}
