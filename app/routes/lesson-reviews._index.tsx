import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { LESSON_REVIEWS_PER_PAGE, listLessonReviews } from "#app/mentoring/lesson/lesson.queries.server.ts";
import { LESSON_STATES } from "#app/mentoring/lesson/lesson.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "lesson.readReviews"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  const asked = new URL(request.url).searchParams.get("state");
  const state = LESSON_STATES.find((one) => one === asked) ?? "submitted";
  const found = await listLessonReviews(state, page);
  return { title: t("lesson.reviews"), page, perPage: LESSON_REVIEWS_PER_PAGE, state, ...found };
}

export default function LessonReviews() {
  const { title, lessons, total, page, perPage, state } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const figure = (key: "opened" | "helped") => ({
    key,
    header: t(`lesson.${key}By`),
    align: "end" as const,
    cell: (lesson: (typeof lessons)[number]) => format.number(lesson[key]),
  });
  return (
    <>
      <PageHeader
        title={title}
        lead={t("lesson.reviewsLead")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.lessons(), label: t("lesson.library") }]}
      />
      <nav aria-label={t("lesson.state")} className="mb-4 flex flex-wrap gap-4">
        {LESSON_STATES.map((one) => (
          <Link
            key={one}
            to={paths.lessonReviews(one)}
            aria-current={one === state ? "page" : undefined}
            className="inline-flex min-h-6 items-center"
          >
            {t(`lesson.state.${one}`)}
          </Link>
        ))}
      </nav>
      <DataTable
        caption={t("lesson.count", { count: total })}
        rows={lessons}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={t("lesson.noReviews")}
            action={<LinkButton to={paths.lessons()}>{t("lesson.library")}</LinkButton>}
          />
        }
        columns={[
          {
            key: "title",
            header: t("lesson.title"),
            rowHeader: true,
            cell: ({ id, title: lesson }) => <Link to={paths.reviewLesson(id)}>{lesson}</Link>,
          },
          { key: "side", header: t("lesson.from"), cell: ({ side }) => t(`lesson.side.${side}`) },
          {
            key: "role",
            header: t("lesson.roleKind"),
            cell: ({ roleKind }) => nameIn(format.locale, roleKind),
          },
          {
            key: "day",
            header: t("lesson.contributedOn"),
            nowrap: true,
            cell: ({ contributedAt }) => format.date(contributedAt),
          },
          ...(state === "published" ? [figure("opened"), figure("helped")] : []),
        ]}
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
