import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { contributeLesson } from "#app/mentoring/lesson/contribute-lesson.server.ts";
import { flaggedReply } from "#app/mentoring/lesson/identifying.queries.server.ts";
import { listLessonRoles, readGround } from "#app/mentoring/lesson/lesson.queries.server.ts";
import { lessonSchema } from "#app/mentoring/lesson/lesson.ts";
import { LessonForm } from "#app/mentoring/lesson/lesson-form.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const engagementId = readId(params.engagementId);
  const ground = orNotFound(await readGround(actor, engagementId));
  const t = await translatorOf(request);
  return { title: t("lesson.new"), engagementId, ground, roleKinds: await listLessonRoles() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const engagementId = readId(params.engagementId);
  orNotFound(await readGround(actor, engagementId));
  const form = await readForm(request, lessonSchema);
  if (!form.ok) return flaggedReply(engagementId, form.typed, form.answer);
  const result = await contributeLesson(actor, { engagementId, form: form.value });
  if (result.ok) return redirect(paths.lesson(result.value.lessonId));
  return flaggedReply(engagementId, form.typed, form.refuse(result.refusal));
}

export default function NewLesson() {
  const { title, engagementId, ground, roleKinds } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useRefusalWords();
  const back = paths.engagement(engagementId);
  const { mentor, mentee, roleKindCode, early } = ground;
  return (
    <>
      <PageHeader
        title={title}
        lead={t("lesson.newLead")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[
          { to: paths.engagements(), label: t("nav.engagements") },
          { to: back, label: t("mentoring.engagement.pair", { mentor, mentee }) },
        ]}
      />
      {early ? (
        <EmptyState title={say(early)} action={<LinkButton to={back}>{t("lesson.back")}</LinkButton>} />
      ) : (
        <LessonForm
          roleKinds={roleKinds}
          before={{ version: 0, title: "", text: "", roleKindCode, mandateTasks: [] }}
          kept={{ flags: [], reasons: [] }}
          back={back}
          reply={reply}
        />
      )}
    </>
  );
}
