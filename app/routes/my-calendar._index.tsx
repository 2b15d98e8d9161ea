import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { readOwnCalendar } from "#app/mentoring/session/calendar-feed.queries.server.ts";
import { FeedAddress } from "#app/mentoring/session/feed-address.tsx";
import { chooseReminders, renewFeed, revokeFeed } from "#app/mentoring/session/keep-calendar.server.ts";
import { calendarChoiceSchema, REMINDER_HOURS } from "#app/mentoring/session/session-reminders.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { CheckboxGroup } from "#app/ui/choice-field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const calendar = orNotFound(await readOwnCalendar(actor));
  const t = await translatorOf(request);
  return { title: t("mentoring.feed.title"), ...calendar };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "calendar.keepOwn"));
  const form = await readForm(request, calendarChoiceSchema);
  if (!form.ok) return form.answer;
  const { intent, hours } = form.value;
  const does = { renew: renewFeed, revoke: revokeFeed };
  const result = intent === "remind" ? await chooseReminders(actor, hours) : await does[intent](actor);
  return result.ok ? redirect(paths.myCalendar()) : form.refuse(result.refusal);
}

export default function MyCalendar() {
  const { title, feed, reminders } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ hours: string[] }>({
    id: "reminders",
    lastResult: reply?.lastResult,
    defaultValue: { hours: reminders.map(String) },
  });
  return (
    <>
      <PageHeader title={title} lead={t("mentoring.feed.lead")} />
      <FeedAddress feed={feed} />
      <Section title={t("mentoring.reminders.title")} lead={t("mentoring.reminders.lead")}>
        <Form method="post" id={form.id} noValidate>
          <FormProblems form={form} reply={reply} />
          <CheckboxGroup
            {...fieldProps(fields.hours, say)}
            defaultOptions={reminders.map(String)}
            label={t("mentoring.reminders.label")}
            options={REMINDER_HOURS.map((hours) => ({
              value: String(hours),
              label: t(`mentoring.reminders.${hours}`),
            }))}
          />
          <FormActions>
            <Button name="intent" value="remind">
              {t("mentoring.reminders.save")}
            </Button>
          </FormActions>
        </Form>
      </Section>
      <Section title={t("mentoring.export.title")} lead={t("mentoring.export.lead")}>
        <LinkButton to={paths.myNotes()}>{t("mentoring.export.title")}</LinkButton>
      </Section>
    </>
  );
}
