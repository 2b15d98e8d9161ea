import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readCadreSettings } from "#app/cadre/cadre-settings.queries.server.ts";
import { listRoleKinds, readMember } from "#app/cadre/member.queries.server.ts";
import { findingsGiven, type ReadinessFinding, renewedReadinessSchema } from "#app/cadre/readiness.ts";
import { ReadinessFields } from "#app/cadre/readiness-fields.tsx";
import { ReadinessTable } from "#app/cadre/readiness-table.tsx";
import { revalidateReadiness } from "#app/cadre/revalidate-readiness.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export { readAgain as shouldRevalidate } from "#app/access/read-again.ts";
export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "cadre.admit"));
  const membershipId = readId(params.membershipId);
  const [member, roleKinds, settings, t] = await Promise.all([
    readMember(membershipId, actor.locale),
    listRoleKinds(),
    readCadreSettings(),
    translatorOf(request),
  ]);
  const { person, readiness } = orNotFound(member);
  return {
    title: t("cadre.revalidate.of", { name: `${person.givenName} ${person.familyName}` }),
    ...{ membershipId, readiness, roleKinds, months: settings.readinessMonths, today: today() },
    asked: new URL(request.url).searchParams.get("role") ?? "",
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "cadre.admit"));
  const membershipId = readId(params.membershipId);
  const form = await readForm(request, renewedReadinessSchema);
  if (!form.ok) return form.answer;
  const { version, ...finding } = form.value;
  const result = await revalidateReadiness(actor, { membershipId, version, finding });
  return result.ok ? redirect(paths.member(membershipId)) : form.refuse(result.refusal);
}

/** Finds a member ready anew, or for another kind of post. */
export default function Revalidate() {
  const { title, membershipId, readiness, roleKinds, months, asked, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<ReadinessFinding>({
    id: "revalidate",
    lastResult: reply?.lastResult,
    defaultValue: { roleKindCode: asked },
  });
  return (
    <>
      <PageHeader
        title={title}
        lead={t("cadre.revalidate.lead")}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          { to: paths.cadre(), label: t("cadre.list.title") },
          { to: paths.member(membershipId), label: t("cadre.revalidate.member") },
        ]}
      />
      <Section title={t("cadre.member.readiness")}>
        <ReadinessTable findings={readiness} today={today} />
      </Section>
      <Form method="post" id={form.id} className="mt-8" noValidate>
        <FormProblems form={form} reply={reply} />
        <input type="hidden" name="version" value={findingsGiven(readiness)} />
        <FormStack>
          <ReadinessFields
            roleKinds={roleKinds}
            months={months}
            roleKind={fieldProps(fields.roleKindCode, say)}
            level={fieldProps(fields.level, say)}
            evidence={fieldProps(fields.evidence, say)}
          />
        </FormStack>
        <FormActions>
          <Button>{t("cadre.revalidate.submit")}</Button>
        </FormActions>
      </Form>
    </>
  );
}
