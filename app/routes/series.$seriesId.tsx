import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { FormProblems } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { PairHeader } from "#app/mentoring/engagement/pair-header.tsx";
import { stopSeries } from "#app/mentoring/session/plan-series.server.ts";
import { SeriesWords } from "#app/mentoring/session/series-words.tsx";
import { readSeries } from "#app/mentoring/session/session-series.queries.server.ts";
import { SessionTimeline } from "#app/mentoring/session/session-timeline.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const series = orNotFound(await readSeries(actor, readId(params.seriesId)));
  const t = await translatorOf(request);
  return { title: t("mentoring.series.heading"), series };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const seriesId = readId(params.seriesId);
  orNotFound(await readSeries(actor, seriesId));
  const form = await readForm(request, z.object({}));
  if (!form.ok) return form.answer;
  const result = await stopSeries(actor, seriesId);
  return result.ok ? redirect(paths.engagement(result.value.engagementId)) : form.refuse(result.refusal);
}

export default function Series() {
  const { title, series } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const [form] = useForm({ id: "stop", lastResult: reply?.lastResult });
  const { engagementId, mentor, mentee, sessions, ownZone, stopped, coming } = series;
  return (
    <>
      <PairHeader
        {...{ title, engagementId, mentor: mentor.name, mentee: mentee.name }}
        lead={<SeriesWords {...series} />}
        meta={stopped && t("mentoring.series.stopped")}
      />
      <p className="measure mb-5">{t("mentoring.series.byItself")}</p>
      <SessionTimeline sessions={sessions} timeZone={ownZone} />
      <Form method="post" id={form.id}>
        <FormProblems form={form} reply={reply} />
        <FormActions>
          {!stopped && <Button variant="danger">{t("mentoring.series.stop", { count: coming })}</Button>}
          <LinkButton to={paths.engagement(engagementId)}>{t("mentoring.session.backToPair")}</LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
