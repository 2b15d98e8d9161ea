import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { reviseLesson } from "#app/mentoring/lesson/contribute-lesson.server.ts";
import { flaggedReply } from "#app/mentoring/lesson/identifying.queries.server.ts";
import { listLessonRoles, readOwnDraft } from "#app/mentoring/lesson/lesson.queries.server.ts";
import { lessonSchema } from "#app/mentoring/lesson/lesson.ts";
import { LessonForm } from "#app/mentoring/lesson/lesson-form.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const lesson = orNotFound(await readOwnDraft(actor, readId(params.lessonId)));
  const t = await translatorOf(request);
  return { title: t("lesson.revise"), lesson, roleKinds: await listLessonRoles() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const lessonId = readId(params.lessonId);
  const { engagementId } = orNotFound(await readOwnDraft(actor, lessonId));
  const form = await readForm(request, lessonSchema);
  if (!form.ok) return flaggedReply(engagementId, form.typed, form.answer);
  const result = await reviseLesson(actor, { lessonId, form: form.value });
  if (result.ok) return redirect(paths.lesson(lessonId));
  return flaggedReply(engagementId, form.typed, form.refuse(result.refusal));
}

export default function ReviseLesson() {
  const { title, lesson, roleKinds } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { kept, reviewNote, roleKind } = lesson;
  const flags = kept.map(({ kind, text }) => ({ kind, text }));
  const reasons = kept.map(({ text, reason }) => ({ found: text, reason }));
  return (
    <>
      <PageHeader
        title={title}
        lead={t("lesson.newLead")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[
          { to: paths.lessons(), label: t("lesson.library") },
          { to: paths.lesson(lesson.id), label: lesson.title },
        ]}
      />
      {reviewNote && (
        <div className="mb-6">
          <Alert tone="warn" role="note" title={t("lesson.asked")}>
            {reviewNote}
          </Alert>
        </div>
      )}
      <LessonForm
        key={lesson.version}
        roleKinds={roleKinds}
        before={{ ...lesson, roleKindCode: roleKind.code }}
        kept={{ flags, reasons }}
        back={paths.lesson(lesson.id)}
        reply={reply}
      />
    </>
  );
}
