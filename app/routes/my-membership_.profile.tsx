import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { keepProfile } from "#app/cadre/keep-profile.server.ts";
import { refuseProfile } from "#app/cadre/lifecycle.ts";
import { listHostStates, listRoleKinds, readOwnMembership } from "#app/cadre/member.queries.server.ts";
import { memberProfileSchema } from "#app/cadre/member-profile.ts";
import { MemberProfileForm } from "#app/cadre/member-profile-form.tsx";
import { anyHolds } from "#app/cadre/readiness.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { listLanguages } from "#app/selection/needs/mission.queries.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export { readAgain as shouldRevalidate } from "#app/access/read-again.ts";
export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "membership.readOwn"));
  const member = orNotFound(await readOwnMembership(actor));
  const refused = refuseProfile(member.state, { holds: anyHolds(member.readiness, today()) });
  if (refused) throw redirect(paths.myMembership(refused.code));
  const [roleKinds, languages, hostStates, t] = await Promise.all([
    listRoleKinds(),
    listLanguages(),
    listHostStates(actor.locale),
    translatorOf(request),
  ]);
  return { title: t("cadre.profile.title"), member, roleKinds, languages, hostStates, today: today() };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "membership.readOwn"));
  const { id } = orNotFound(await readOwnMembership(actor));
  const form = await readForm(request, memberProfileSchema);
  if (!form.ok) return form.answer;
  const { version, ...profile } = form.value;
  const result = await keepProfile(actor, { membershipId: id, version, profile });
  return result.ok ? redirect(paths.myMembership()) : form.refuse(result.refusal);
}

/** A member keeps the profile current. */
export default function Profile() {
  const { title, ...page } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t(page.member.state === "paused" ? "cadre.profile.pausedLead" : "cadre.profile.lead")}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.myMembership(), label: t("cadre.own.title") }]}
      />
      <MemberProfileForm {...page} reply={useActionData<typeof action>()} />
    </>
  );
}
