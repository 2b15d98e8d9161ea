import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actingState, can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readCourse } from "#app/cadre/course.queries.server.ts";
import { courseNomineeSchema } from "#app/cadre/course.ts";
import { CourseNomineeForm } from "#app/cadre/course-nominee-form.tsx";
import { nominateByState } from "#app/cadre/nominate-to-course.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { listStates } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const stateCode = actingState(actor) ?? "";
  permit(can(actor, "course.nominate", { stateCode }));
  const { id, title, open } = orNotFound(await readCourse(actor, readId(params.courseId)));
  const t = await translatorOf(request);
  const states = await listStates(languageOf(request));
  return { title: t("course.nominate.title"), id, course: title, open, states, stateCode };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "course.nominate", { stateCode: actingState(actor) ?? "" }));
  const courseId = readId(params.courseId);
  const form = await readForm(request, courseNomineeSchema);
  if (!form.ok) return form.answer;
  const result = await nominateByState(actor, { courseId, nominee: form.value });
  return result.ok ? redirect(paths.courseSeat(result.value.nominationId)) : form.refuse(result.refusal);
}

export default function NominateToCourse() {
  const { title, id, course, open, states, stateCode } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={course}
        lead={t("course.nominate.lead")}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          { to: paths.courses(), label: t("course.list.title") },
          { to: paths.course(id), label: course },
        ]}
      />
      {open ? (
        <CourseNomineeForm states={states} nationality={stateCode} reply={reply} />
      ) : (
        <Alert tone="warn" title={t("refusal.courseClosed")} />
      )}
    </>
  );
}
