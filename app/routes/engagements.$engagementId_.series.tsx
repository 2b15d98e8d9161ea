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
import { PairHeader } from "#app/mentoring/engagement/pair-header.tsx";
import { mayPlanSession } from "#app/mentoring/may-write.queries.server.ts";
import { planSeries } from "#app/mentoring/session/plan-series.server.ts";
import { SeriesFields, type SeriesFieldValues } from "#app/mentoring/session/series-fields.tsx";
import { SESSION_MINUTES } from "#app/mentoring/session/session.ts";
import { zoneChoices } from "#app/mentoring/session/session-form.ts";
import { seriesSchema } from "#app/mentoring/session/session-series.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { daysAfter } from "#app/platform/utc-day.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const engagement = orNotFound(await readEngagement(actor, readId(params.engagementId)));
  permit(engagement.own !== null && engagement.state === "active");
  const t = await translatorOf(request);
  const { id, ownZone, mentor, mentee } = engagement;
  return {
    title: t("mentoring.series.title"),
    pair: { engagementId: id, mentor: mentor.name, mentee: mentee.name },
    ownZone,
    from: daysAfter(today(), 1),
    zones: zoneChoices(ownZone, mentor.timeZone, mentee.timeZone),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const engagementId = readId(params.engagementId);
  permit(await mayPlanSession(actor, engagementId));
  const form = await readForm(request, seriesSchema);
  if (!form.ok) return form.answer;
  const result = await planSeries(actor, { engagementId, series: form.value });
  return result.ok ? redirect(paths.series(result.value.seriesId)) : form.refuse(result.refusal);
}

export default function PlanSeries() {
  const { title, pair, ownZone, from: firstDay, zones } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<SeriesFieldValues>({
    id: "series",
    lastResult: reply?.lastResult,
    defaultValue: {
      ...{ everyMonths: "1", nth: "1", weekday: "2", from: firstDay, localTime: "15:00" },
      ...{ timeZone: ownZone, durationMinutes: String(SESSION_MINUTES.usual), channel: "video" },
    },
  });
  const of = (field: keyof SeriesFieldValues) => fieldProps(fields[field], say);
  const [everyMonths, nth, weekday, from] = [of("everyMonths"), of("nth"), of("weekday"), of("from")];
  const [localTime, fold, timeZone] = [of("localTime"), of("fold"), of("timeZone")];
  const [durationMinutes, channel] = [of("durationMinutes"), of("channel")];
  return (
    <>
      <PairHeader title={title} lead={t("mentoring.series.lead")} {...pair} />
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <FormStack>
          <SeriesFields
            zones={zones}
            bindings={{
              everyMonths,
              nth,
              weekday,
              from,
              localTime,
              fold,
              timeZone,
              durationMinutes,
              channel,
            }}
          />
        </FormStack>
        <FormActions>
          <Button>{t("mentoring.series.submit")}</Button>
        </FormActions>
      </Form>
    </>
  );
}
