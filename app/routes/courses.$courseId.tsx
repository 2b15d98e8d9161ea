import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readCourse } from "#app/cadre/course.queries.server.ts";
import { CourseFacts } from "#app/cadre/course-facts.tsx";
import { CourseNominees } from "#app/cadre/course-nominees.tsx";
import { ListExports } from "#app/cadre/list-exports.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** One course: whoever may read the catalogue; a state sees those it nominated itself. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const course = orNotFound(await readCourse(actor, readId(params.courseId)));
  return { title: course.title, course };
}

export default function Course() {
  const { title, course } = useLoaderData<typeof loader>();
  const t = useT();
  const { id, mayKeep, mayNominate, open, listed, nominees } = course;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.courses(), label: t("course.list.title") }]}
        actions={
          (mayKeep || (mayNominate && open)) && (
            <>
              {mayNominate && open && (
                <LinkButton variant="primary" to={paths.nominateToCourse(id)}>
                  {t("course.nominate.title")}
                </LinkButton>
              )}
              {mayKeep && <LinkButton to={paths.changeCourse(id)}>{t("course.change")}</LinkButton>}
            </>
          )
        }
      />
      <CourseFacts course={course} />
      {listed && (
        <Section title={t("course.nominees")} lead={t("course.nomineesLead")}>
          {nominees.length > 0 && (
            <p className="mb-4 flex flex-wrap gap-3">
              <ListExports list="seats" asked={{ course: id }} />
            </p>
          )}
          <CourseNominees nominees={nominees} begun={course.begun} />
        </Section>
      )}
    </>
  );
}
