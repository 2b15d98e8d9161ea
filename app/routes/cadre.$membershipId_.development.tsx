import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { listOpenCourses, listSeatsOf, readDevelopment } from "#app/cadre/development.queries.server.ts";
import { officerOrderSchema } from "#app/cadre/development.ts";
import { DevelopmentForm } from "#app/cadre/development-form.tsx";
import { DevelopmentPlan, OwnSeats } from "#app/cadre/development-plan.tsx";
import { keepPlan } from "#app/cadre/keep-development.server.ts";
import { MemberCourseForm } from "#app/cadre/member-course-form.tsx";
import { nominateMember } from "#app/cadre/nominate-to-course.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { listGaps } from "#app/selection/decision/feedback.queries.server.ts";
import { SharedFeedback } from "#app/selection/decision/shared-feedback.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export { readAgain as shouldRevalidate } from "#app/access/read-again.ts";
export const meta = pageTitle;

/** A member's development as the secretariat keeps it with them; auditors read it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "cadre.read"));
  const plan = orNotFound(await readDevelopment(actor, { id: readId(params.membershipId) }));
  const t = await translatorOf(request);
  const mayNominate = plan.state === "active" && can(actor, "course.nominate", { stateCode: null });
  const [gaps, seats, courses] = await Promise.all([
    listGaps(actor, plan),
    listSeatsOf(plan.personId),
    mayNominate ? listOpenCourses() : [],
  ]);
  const asked = new URL(request.url).searchParams.get("item");
  const chosen = plan.items.find(({ id }) => id === asked) ?? null;
  return {
    title: t("development.titleOf", { name: plan.name }),
    today: today(),
    seesGaps: can(actor, "candidateFeedback.readShared"),
    ...{ plan, gaps, seats, courses, chosen },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "cadre.admit"));
  const membershipId = readId(params.membershipId);
  const form = await readForm(request, officerOrderSchema);
  if (!form.ok) return form.answer;
  const result =
    form.value.intent === "nominate"
      ? await nominateMember(actor, { membershipId, ...form.value })
      : await keepPlan(actor, membershipId, form.value);
  return result.ok ? redirect(paths.development(membershipId)) : form.refuse(result.refusal);
}

export default function Development() {
  const { title, plan, gaps, seesGaps, seats, courses, chosen, today: day } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const nominating = reply?.lastResult.initialValue?.intent === "nominate";
  const changeAt = (itemId: string) => `${paths.development(plan.id)}?item=${itemId}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t("development.lead")}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          { to: paths.cadre(), label: t("cadre.list.title") },
          { to: paths.member(plan.id), label: plan.name },
        ]}
      />
      <SharedFeedback feedback={gaps} />
      {gaps.length === 0 && seesGaps && (
        <p className="measure text-muted">
          {t(plan.agrees ? "development.gaps.notShared" : "development.gaps.notAgreed")}
        </p>
      )}
      <DevelopmentPlan items={plan.items} today={day} changeAt={plan.mayKeep ? changeAt : null} />
      {plan.mayKeep && <DevelopmentForm item={chosen} reply={nominating ? undefined : reply} />}
      <OwnSeats seats={seats} today={day} />
      <MemberCourseForm courses={courses} reply={nominating ? reply : undefined} />
    </>
  );
}
