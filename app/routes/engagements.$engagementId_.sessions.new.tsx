import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { readEngagement } from "#app/mentoring/engagement/engagement.queries.server.ts";
import { mayPlanSession } from "#app/mentoring/may-write.queries.server.ts";
import { scheduleSession } from "#app/mentoring/session/schedule-session.server.ts";
import { SESSION_MINUTES } from "#app/mentoring/session/session.ts";
import { SessionFields, type SessionFieldValues } from "#app/mentoring/session/session-fields.tsx";
import { sessionSchema, zoneChoices } from "#app/mentoring/session/session-form.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const engagement = orNotFound(await readEngagement(actor, readId(params.engagementId)));
  permit(engagement.own !== null && engagement.state === "active");
  const t = await translatorOf(request);
  const { id, ownZone, mentor, mentee } = engagement;
  const pair = t("mentoring.engagement.pair", { mentor: mentor.name, mentee: mentee.name });
  return {
    title: t("mentoring.schedule.title"),
    id,
    pair,
    ownZone,
    zones: zoneChoices(ownZone, mentor.timeZone, mentee.timeZone),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const engagementId = readId(params.engagementId);
  permit(await mayPlanSession(actor, engagementId));
  const form = await readForm(request, sessionSchema);
  if (!form.ok) return form.answer;
  const result = await scheduleSession(actor, { engagementId, session: form.value });
  return result.ok ? redirect(paths.session(result.value.sessionId)) : form.refuse(result.refusal);
}

export default function ScheduleSession() {
  const { title, id, pair, ownZone, zones } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<SessionFieldValues>({
    id: "schedule",
    lastResult: reply?.lastResult,
    defaultValue: { timeZone: ownZone, durationMinutes: String(SESSION_MINUTES.usual), channel: "video" },
  });
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={pair}
        lead={t("mentoring.schedule.lead")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[
          { to: paths.engagements(), label: t("nav.engagements") },
          { to: paths.engagement(id), label: pair },
        ]}
      />
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <FormStack>
          <SessionFields
            zones={zones}
            bindings={{
              startsAt: fieldProps(fields.startsAt, say),
              timeZone: fieldProps(fields.timeZone, say),
              durationMinutes: fieldProps(fields.durationMinutes, say),
              channel: fieldProps(fields.channel, say),
              fold: fieldProps(fields.fold, say),
            }}
          />
        </FormStack>
        <FormActions>
          <Button>{t("mentoring.schedule.submit")}</Button>
        </FormActions>
      </Form>
    </>
  );
}
