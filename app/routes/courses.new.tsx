import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { courseSchema } from "#app/cadre/course.ts";
import { CourseForm } from "#app/cadre/course-form.tsx";
import { addCourse } from "#app/cadre/keep-course.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { listStates } from "#app/i18n/state-choices.queries.server.ts";
import { listLanguages } from "#app/mentoring/pool/mentor.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "course.keep"));
  const t = await translatorOf(request);
  const [states, languages] = await Promise.all([listStates(languageOf(request)), listLanguages()]);
  return { title: t("course.new"), states, languages };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "course.keep"));
  const form = await readForm(request, courseSchema);
  if (!form.ok) return form.answer;
  const result = await addCourse(actor, form.value);
  return result.ok ? redirect(paths.course(result.value.courseId)) : form.refuse(result.refusal);
}

export default function NewCourse() {
  const { title, states, languages } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.courses(), label: t("course.list.title") }]}
      />
      <CourseForm states={states} languages={languages} reply={reply} />
    </>
  );
}
