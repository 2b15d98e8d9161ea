import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm, readFormData } from "#app/platform/form.server.ts";
import { beginRubricChange, discardRubricChange } from "#app/selection/rubric/begin-rubric-change.server.ts";
import { publishRubricChange } from "#app/selection/rubric/publish-rubric-change.server.ts";
import { readRubricChange } from "#app/selection/rubric/rubric-change.queries.server.ts";
import { rubricChangeSchema } from "#app/selection/rubric/rubric-change.ts";
import { RubricChangeForm } from "#app/selection/rubric/rubric-change-form.tsx";
import { RubricChangePast } from "#app/selection/rubric/rubric-change-past.tsx";
import { RubricHeader } from "#app/selection/rubric/rubric-header.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "rubric.read"));
  const t = await translatorOf(request);
  const page = orNotFound(await readRubricChange(actor, readId(params.rubricId)));
  return { title: t("rubricChange.title"), page, mayWrite: can(actor, "rubric.write") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "rubric.write"));
  const page = orNotFound(await readRubricChange(actor, readId(params.rubricId)));
  const { vacancyId, rubric } = page;
  const posted = await readFormData(request);
  const intent = posted.get("intent");
  if (intent === "begin" || intent === "discard") {
    const asked = await readForm(request, z.object({}), posted);
    if (!asked.ok) return asked.answer;
    if (intent === "begin") {
      const begun = await beginRubricChange(actor, { vacancyId });
      return begun.ok ? redirect(paths.rubricWorkshop(begun.value.rubricId)) : asked.refuse(begun.refusal);
    }
    const discarded = await discardRubricChange(actor, { vacancyId });
    return discarded.ok ? redirect(paths.rubricChange(rubric.id)) : asked.refuse(discarded.refusal);
  }
  const form = await readForm(request, rubricChangeSchema, posted);
  if (!form.ok) return form.answer;
  const { dueOn = "", ...order } = form.value;
  const result = await publishRubricChange(actor, { vacancyId, dueOn, ...order });
  return result.ok ? redirect(`${paths.vacancy(vacancyId)}#rubric`) : form.refuse(result.refusal);
}

export default function ChangeRubric() {
  const { title, page, mayWrite } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const sayRefusal = useRefusalWords();
  const { owner, rubric, next, refusal } = page;
  return (
    <>
      <RubricHeader title={title} owner={owner} version={rubric.version} lead={t("rubricChange.lead")} />
      {refusal && <Alert title={sayRefusal(refusal)} role="note" />}
      {!refusal && mayWrite && !next && (
        <Form method="post">
          <Button name="intent" value="begin">
            {t("rubricChange.begin")}
          </Button>
        </Form>
      )}
      {!refusal && mayWrite && next && <RubricChangeForm page={{ ...page, next }} reply={reply} />}
      <RubricChangePast page={page} />
    </>
  );
}
