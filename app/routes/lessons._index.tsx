import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { listOwnLessons } from "#app/mentoring/lesson/lesson.queries.server.ts";
import { librarySchema } from "#app/mentoring/lesson/lesson.ts";
import { LibraryFound, LibrarySearch } from "#app/mentoring/lesson/lesson-library.tsx";
import { OwnLessons } from "#app/mentoring/lesson/lesson-view.tsx";
import { LESSONS_PER_PAGE, searchLessons } from "#app/mentoring/lesson/library.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** The library of lessons, searched by words, mandate task and kind of role; and one's own. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "lesson.search"));
  const t = await translatorOf(request);
  const question = librarySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const page = pageOf(request.url);
  const [library, own] = await Promise.all([searchLessons(question, page), listOwnLessons(actor)]);
  return {
    title: t("lesson.library"),
    ...{ library, own, question, page, perPage: LESSONS_PER_PAGE },
    mayReadReviews: can(actor, "lesson.readReviews"),
  };
}

export default function Lessons() {
  const { title, library, own, question, page, perPage, mayReadReviews } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("lesson.libraryLead")}
        meta={t("lesson.count", { count: library.total })}
        actions={mayReadReviews && <LinkButton to={paths.lessonReviews()}>{t("lesson.reviews")}</LinkButton>}
      />
      <LibrarySearch library={library} question={question} />
      <LibraryFound lessons={library.lessons} narrowed={Object.values(question).some(Boolean)} />
      <Pages page={page} perPage={perPage} total={library.total} />
      <OwnLessons lessons={own} />
    </>
  );
}
