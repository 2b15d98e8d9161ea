import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { endEngagement } from "#app/mentoring/engagement/end-engagement.server.ts";
import { readOwnPair } from "#app/mentoring/engagement/pair.queries.server.ts";
import { PairHeader } from "#app/mentoring/engagement/pair-header.tsx";
import { mayWritePair } from "#app/mentoring/may-write.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { CheckboxField } from "#app/ui/choice-field.tsx";
import { FormActions } from "#app/ui/form.tsx";

export const meta = pageTitle;

const endSchema = z.object({ another: z.boolean().default(false) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const pair = orNotFound(await readOwnPair(actor, readId(params.engagementId)));
  if (!pair.active) throw redirect(paths.engagement(pair.id));
  const t = await translatorOf(request);
  return { title: t("pair.end.title"), pair };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const engagementId = readId(params.engagementId);
  permit(await mayWritePair(actor, "engagement.end", engagementId));
  const form = await readForm(request, endSchema);
  if (!form.ok) return form.answer;
  const result = await endEngagement(actor, { engagementId, ...form.value });
  return result.ok ? redirect(paths.engagement(engagementId)) : form.refuse(result.refusal);
}

export default function EndEngagement() {
  const { title, pair } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useRefusalWords();
  const { id, mentor, mentee, other, asMentor } = pair;
  return (
    <>
      <PairHeader {...{ title, mentor, mentee }} engagementId={id} lead={t("pair.end.lead", { other })} />
      {reply?.refusal && <Alert tone="bad" title={say(reply.refusal)} />}
      <Form method="post">
        {!asMentor && (
          <CheckboxField
            id="another"
            name="another"
            label={t("pair.end.another")}
            hint={t("pair.end.anotherHint")}
          />
        )}
        <FormActions>
          <Button variant="danger">{t("pair.end.submit")}</Button>
          <LinkButton to={paths.engagement(id)}>{t("pair.end.keep")}</LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
