import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { answerRefusal, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { readLesson } from "#app/mentoring/lesson/lesson.queries.server.ts";
import { LessonBadge, LessonTags } from "#app/mentoring/lesson/lesson-view.tsx";
import { markHelpful, noteOpening } from "#app/mentoring/lesson/use-lesson.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const lessonId = readId(params.lessonId);
  const lesson = orNotFound(await readLesson(actor, lessonId));
  await noteOpening(actor, lessonId);
  return { title: lesson.title, lesson };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "lesson.search"));
  const lessonId = readId(params.lessonId);
  const result = await markHelpful(actor, lessonId);
  return result.ok ? redirect(paths.lesson(lessonId)) : answerRefusal(result.refusal);
}

export default function Lesson() {
  const { title, lesson } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useRefusalWords();
  const { state, own, mayChange, mayHelp, helped, used, reviewNote, publishedAt, side } = lesson;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={t(`lesson.side.${side}`)}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.lessons(), label: t("lesson.library") }]}
        meta={
          publishedAt ? (
            t("lesson.publishedOn", { day: format.date(publishedAt) })
          ) : (
            <LessonBadge state={state} />
          )
        }
        actions={
          mayChange && (
            <>
              <LinkButton to={paths.reviseLesson(lesson.id)} variant="primary">
                {t("lesson.revise")}
              </LinkButton>
              <LinkButton to={paths.withdrawLesson(lesson.id)} variant="danger">
                {t("lesson.withdraw")}
              </LinkButton>
            </>
          )
        }
      />
      {reply && <Alert tone="warn" title={say(reply.refusal)} />}
      {own && (
        <Alert role="note" title={t(`lesson.ownState.${state}`)}>
          {reviewNote}
        </Alert>
      )}
      <p className="measure my-5 whitespace-pre-line">{lesson.text}</p>
      <LessonTags roleKind={lesson.roleKind} mandateTasks={lesson.mandateTasks} />
      {used && <p className="mt-3 text-sm text-muted">{t("lesson.used", used)}</p>}
      {mayHelp && !helped && (
        <Form method="post" className="mt-6">
          <Button variant="secondary">{t("lesson.helped")}</Button>
        </Form>
      )}
      {mayHelp && helped && <p className="mt-6 text-muted">{t("lesson.helpedThanks")}</p>}
    </>
  );
}
