import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { confirmMembership } from "#app/cadre/keep-membership.server.ts";
import { listOwnStates, readOwnMembership } from "#app/cadre/member.queries.server.ts";
import { confirmSchema } from "#app/cadre/member-profile.ts";
import { listAnnounced } from "#app/cadre/open-vacancy.queries.server.ts";
import { OwnMembership } from "#app/cadre/own-membership.tsx";
import { ownRefusal } from "#app/cadre/own-refusal.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export { readAgain as shouldRevalidate } from "#app/access/read-again.ts";
export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "membership.readOwn"));
  const t = await translatorOf(request);
  const member = await readOwnMembership(actor);
  const shows = member?.state === "active";
  const [vacancies, states] = shows
    ? await Promise.all([listAnnounced(member.id), listOwnStates(actor)])
    : [[], []];
  const refused = ownRefusal(new URL(request.url).searchParams.get("refused"));
  return { title: t("cadre.own.title"), member, vacancies, states, today: today(), refused };
}

/** One click: everything on file is still so. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "membership.readOwn"));
  const form = await readForm(request, confirmSchema);
  if (!form.ok) return form.answer;
  const { id } = orNotFound(await readOwnMembership(actor));
  const result = await confirmMembership(actor, { membershipId: id });
  return result.ok ? redirect(paths.myMembership()) : form.refuse(result.refusal);
}

export default function MyMembership() {
  const { title, member, refused, ...page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  if (member)
    return (
      <OwnMembership
        title={title}
        member={member}
        {...page}
        refusal={reply?.refusal ?? (refused && { code: refused, params: {} })}
      />
    );
  return (
    <>
      <PageHeader title={title} />
      <EmptyState
        title={t("cadre.own.none")}
        text={t("cadre.own.noneText")}
        action={<LinkButton to={paths.home()}>{t("nav.home")}</LinkButton>}
      />
    </>
  );
}
