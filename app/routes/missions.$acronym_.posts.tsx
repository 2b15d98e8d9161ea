import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { addPost } from "#app/selection/needs/add-post.server.ts";
import { listRoleKinds, readMissionTitle } from "#app/selection/needs/mission.queries.server.ts";
import { type NewPost, postSchema } from "#app/selection/needs/post.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "vacancy.draft"));
  const t = await translatorOf(request);
  const [mission, roleKinds] = await Promise.all([readMissionTitle(params.acronym ?? ""), listRoleKinds()]);
  return { title: t("selection.post.add"), mission: orNotFound(mission), roleKinds };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "vacancy.draft"));
  const mission = orNotFound(await readMissionTitle(params.acronym ?? ""));
  const form = await readForm(request, postSchema);
  if (!form.ok) return form.answer;
  const result = await addPost(actor, { missionId: mission.id, ...form.value });
  return result.ok ? redirect(paths.mission(mission.acronym)) : form.refuse(result.refusal);
}

export default function AddPost() {
  const { title, mission, roleKinds } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<NewPost>({ id: "post", lastResult: reply?.lastResult });
  const levels = [...new Set(roleKinds.flatMap((kind) => kind.levels))];
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={`${mission.acronym} · ${nameIn(format.locale, mission)}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.mission(mission.acronym), label: mission.acronym }]}
        lead={t("selection.post.addLead")}
      />
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <FormStack>
          <SelectField
            {...fieldProps(fields.roleKindCode, say)}
            label={t("selection.post.one")}
            placeholder={t("selection.setPanel.choose")}
            options={roleKinds.map((kind) => ({ value: kind.code, label: nameIn(format.locale, kind) }))}
            required
          />
          <SelectField
            {...fieldProps(fields.level, say)}
            label={t("selection.post.level")}
            placeholder={t("selection.setPanel.choose")}
            options={levels.map((value) => ({ value, label: value }))}
            required
          />
        </FormStack>
        <FormActions>
          <Button>{title}</Button>
        </FormActions>
      </Form>
    </>
  );
}
