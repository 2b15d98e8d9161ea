import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { COURSES_PER_PAGE, listCourses, readCourseEffect } from "#app/cadre/course.queries.server.ts";
import { CourseEffectFigures } from "#app/cadre/course-effect-figures.tsx";
import { CourseTable } from "#app/cadre/course-table.tsx";
import { ListExports } from "#app/cadre/list-exports.tsx";
import { Pages } from "#app/i18n/pages.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** The catalogue of courses; for overseers, what came of them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "course.read"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  const [list, effect] = await Promise.all([listCourses(page), readCourseEffect(actor)]);
  return {
    title: t("course.list.title"),
    mayKeep: can(actor, "course.keep"),
    ...{ ...list, effect, page, perPage: COURSES_PER_PAGE },
  };
}

export default function Courses() {
  const { title, courses, total, effect, mayKeep, page, perPage } = useLoaderData<typeof loader>();
  const t = useT();
  const add = mayKeep && <LinkButton to={paths.newCourse()}>{t("course.new")}</LinkButton>;
  return (
    <>
      <PageHeader
        title={title}
        lead={t("course.list.lead")}
        actions={
          total > 0 && (
            <>
              {add}
              <ListExports list="courses" />
            </>
          )
        }
      />
      <CourseTable
        courses={courses}
        action={add || <LinkButton to={paths.home()}>{t("nav.home")}</LinkButton>}
      />
      <Pages page={page} perPage={perPage} total={total} />
      {effect && <CourseEffectFigures effect={effect} />}
    </>
  );
}
