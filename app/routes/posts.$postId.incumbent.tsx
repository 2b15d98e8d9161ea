import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { listStates } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { enterIncumbent } from "#app/selection/needs/enter-incumbent.server.ts";
import { readPost } from "#app/selection/needs/mission.queries.server.ts";
import { incumbentSchema, type NewIncumbent } from "#app/selection/needs/post.ts";
import { PersonFields } from "#app/selection/nomination/person-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, Fieldset } from "#app/ui/choice-field.tsx";
import { DateTimeField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "vacancy.draft"));
  const t = await translatorOf(request);
  const [post, states] = await Promise.all([
    readPost(readId(params.postId)),
    listStates(languageOf(request)),
  ]);
  return { title: t("selection.post.enterHolder"), post: orNotFound(post), states };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "vacancy.draft"));
  const post = orNotFound(await readPost(readId(params.postId)));
  const form = await readForm(request, incumbentSchema);
  if (!form.ok) return form.answer;
  const result = await enterIncumbent(actor, { postId: post.id, incumbent: form.value });
  return result.ok ? redirect(paths.mission(post.mission.acronym)) : form.refuse(result.refusal);
}

export default function EnterIncumbent() {
  const { title, post, states } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<NewIncumbent>({ id: "incumbent", lastResult: reply?.lastResult });
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={caseTitle(format.locale, post)}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.mission(post.mission.acronym), label: post.mission.acronym }]}
        lead={t("selection.post.enterLead")}
      />
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <Fieldset legend={t("selection.person.legend")} id="person">
          <PersonFields
            states={states}
            givenName={fieldProps(fields.givenName, say)}
            familyName={fieldProps(fields.familyName, say)}
            email={fieldProps(fields.email, say)}
            gender={fieldProps(fields.gender, say)}
            nationality={fieldProps(fields.nationality, say)}
          />
        </Fieldset>
        <Fieldset legend={t("selection.post.term")} id="term">
          <DateTimeField
            {...fieldProps(fields.startsOn, say)}
            label={t("selection.post.startsOn")}
            required
          />
          <DateTimeField {...fieldProps(fields.endsOn, say)} label={t("selection.post.endsOn")} required />
          <CheckboxField {...fieldProps(fields.acting, say)} label={t("selection.post.acting")} />
          <CheckboxField
            {...fieldProps(fields.offerMentor, say)}
            label={t("selection.post.offerMentor")}
            hint={t("selection.post.offerMentorHint")}
          />
        </Fieldset>
        <FormActions>
          <Button>{title}</Button>
        </FormActions>
      </Form>
    </>
  );
}
