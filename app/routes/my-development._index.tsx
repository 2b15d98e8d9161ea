import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { listSeatsOf, readDevelopment } from "#app/cadre/development.queries.server.ts";
import { gapsNotice, planOrderSchema } from "#app/cadre/development.ts";
import { DevelopmentForm } from "#app/cadre/development-form.tsx";
import { DevelopmentPlan, OwnSeats } from "#app/cadre/development-plan.tsx";
import { keepPlan } from "#app/cadre/keep-development.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { listOwnDevelopment } from "#app/selection/decision/feedback.queries.server.ts";
import { SharedFeedback } from "#app/selection/decision/shared-feedback.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export { readAgain as shouldRevalidate } from "#app/access/read-again.ts";
export const meta = pageTitle;

/** The reader's own plan, where they are in the cadre, and the courses to which they were nominated. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "membership.readOwn"));
  const t = await translatorOf(request);
  const { personId } = actor;
  const [plan, seats, gaps] = await Promise.all([
    personId ? readDevelopment(actor, { personId }) : null,
    personId ? listSeatsOf(personId) : [],
    listOwnDevelopment(actor),
  ]);
  const asked = new URL(request.url).searchParams.get("item");
  const chosen = plan?.items.find(({ id }) => id === asked) ?? null;
  return { title: t("development.own"), today: today(), plan, seats, gaps, chosen };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "membership.readOwn"));
  const form = await readForm(request, planOrderSchema);
  if (!form.ok) return form.answer;
  const personId = orNotFound(actor.personId);
  const { id } = orNotFound(await readDevelopment(actor, { personId }));
  const result = await keepPlan(actor, id, form.value);
  return result.ok ? redirect(paths.myDevelopment()) : form.refuse(result.refusal);
}

export default function MyDevelopment() {
  const { title, plan, seats, gaps, chosen, today: day } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const notice = gapsNotice(gaps, plan?.agrees ?? null);
  const changeAt = (itemId: string) => `${paths.myDevelopment()}?item=${itemId}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t("development.ownLead")}
        actions={<LinkButton to={paths.courses()}>{t("course.list.title")}</LinkButton>}
      />
      <SharedFeedback feedback={gaps} own />
      {notice && (
        <p className="measure mt-4 text-muted">
          {t(`development.ownGaps.${notice}`)}{" "}
          {notice === "notAgreed" && <Link to={paths.memberProfile()}>{t("cadre.profile.title")}</Link>}
          {notice === "notShared" && gaps[0] && (
            <Link to={paths.myFeedback(gaps[0].candidacyId)}>{t("feedback.share")}</Link>
          )}
        </p>
      )}
      {plan && <DevelopmentPlan items={plan.items} today={day} changeAt={plan.mayKeep ? changeAt : null} />}
      {plan?.mayKeep && <DevelopmentForm item={chosen} reply={reply} />}
      <OwnSeats seats={seats} today={day} />
    </>
  );
}
