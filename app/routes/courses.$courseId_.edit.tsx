import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { notFound, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readCourse } from "#app/cadre/course.queries.server.ts";
import { courseSchema } from "#app/cadre/course.ts";
import { CourseForm } from "#app/cadre/course-form.tsx";
import { changeCourse } from "#app/cadre/keep-course.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { listStates } from "#app/i18n/state-choices.queries.server.ts";
import { listLanguages } from "#app/mentoring/pool/mentor.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm, readFormData } from "#app/platform/form.server.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export { readAgain as shouldRevalidate } from "#app/access/read-again.ts";
export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "course.keep"));
  const course = orNotFound(await readCourse(actor, readId(params.courseId)));
  const t = await translatorOf(request);
  const [states, languages] = await Promise.all([listStates(languageOf(request)), listLanguages()]);
  return { title: t("course.change"), course, states, languages };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "course.keep"));
  const courseId = readId(params.courseId);
  const posted = await readFormData(request);
  const version = versionNumber.safeParse(posted.get("version"));
  if (!version.success) throw notFound();
  const form = await readForm(request, courseSchema, posted);
  if (!form.ok) return form.answer;
  const result = await changeCourse(actor, { courseId, version: version.data, entry: form.value });
  return result.ok ? redirect(paths.course(courseId)) : form.refuse(result.refusal);
}

export default function ChangeCourse() {
  const { title, course, states, languages } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { host, venue, languageCode, level, startsOn, endsOn, closesOn, source, version } = course;
  const numbers = { seats: String(course.seats), womenPercent: String(course.womenPercent) };
  const kept = {
    ...{ title: course.title, host, venue, languageCode, level, startsOn, endsOn, closesOn },
    ...{ ...numbers, source, version, hostCode: course.hostCode ?? "" },
  };
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          { to: paths.courses(), label: t("course.list.title") },
          { to: paths.course(course.id), label: course.title },
        ]}
      />
      <CourseForm states={states} languages={languages} kept={kept} reply={reply} />
    </>
  );
}
