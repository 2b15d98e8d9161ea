import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { readReview } from "#app/mentoring/lesson/lesson.queries.server.ts";
import { reviewSchema } from "#app/mentoring/lesson/lesson.ts";
import { LessonReviewForm } from "#app/mentoring/lesson/lesson-review-form.tsx";
import { LessonBadge, LessonTags } from "#app/mentoring/lesson/lesson-view.tsx";
import { reviewLesson } from "#app/mentoring/lesson/review-lesson.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const lesson = orNotFound(await readReview(actor, readId(params.lessonId)));
  return { title: lesson.title, lesson };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "lesson.review"));
  const lessonId = readId(params.lessonId);
  const form = await readForm(request, reviewSchema);
  if (!form.ok) return form.answer;
  const result = await reviewLesson(actor, { lessonId, review: form.value });
  return result.ok ? redirect(paths.lessonReviews()) : form.refuse(result.refusal);
}

export default function ReviewLesson() {
  const { title, lesson } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { kept, reviewNote, mayReview, version } = lesson;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={t(`lesson.side.${lesson.side}`)}
        lead={t("lesson.reviewLead")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.lessonReviews(), label: t("lesson.reviews") }]}
        meta={<LessonBadge state={lesson.state} />}
      />
      <p className="measure my-5 whitespace-pre-line">{lesson.text}</p>
      <LessonTags roleKind={lesson.roleKind} mandateTasks={lesson.mandateTasks} />
      {kept.length > 0 && (
        <Section title={t("lesson.kept")} lead={t("lesson.keptLead")}>
          <DefinitionList
            items={kept.map(({ kind, text, reason }) => ({
              term: t("lesson.flagOf", { kind: t(`lesson.flag.${kind}`), text }),
              detail: reason,
            }))}
          />
        </Section>
      )}
      {reviewNote && (
        <Section title={t("lesson.note")}>
          <p className="measure whitespace-pre-line">{reviewNote}</p>
        </Section>
      )}
      {mayReview ? (
        <LessonReviewForm key={version} version={version} reply={reply} />
      ) : (
        <div className="mt-8">
          <Alert role="note" title={t("lesson.noReview")} />
        </div>
      )}
    </>
  );
}
