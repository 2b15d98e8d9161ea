import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { can } from "#app/access/can.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { notFound, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readAdmissionCase } from "#app/cadre/admission.queries.server.ts";
import { admitCandidate } from "#app/cadre/admit-candidate.server.ts";
import { readCadreSettings } from "#app/cadre/cadre-settings.queries.server.ts";
import { refuseAdmission } from "#app/cadre/lifecycle.ts";
import { listRoleKinds } from "#app/cadre/member.queries.server.ts";
import { type ReadinessFinding, readinessSchema } from "#app/cadre/readiness.ts";
import { ReadinessFields } from "#app/cadre/readiness-fields.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "cadre.admit"));
  const id = z.uuid().safeParse(params.candidacyId);
  const candidate = id.success ? await readAdmissionCase(actor, id.data) : null;
  if (!candidate) throw notFound();
  const t = await translatorOf(request);
  const { name, reference, mission, finding, membership, roleKindCode, vacancyId, facts } = candidate;
  return {
    title: t("cadre.admit.title", { name }),
    candidate: { reference: `${reference} (${mission})`, finding, membership, roleKindCode, vacancyId },
    refusal: refuseAdmission(facts),
    roleKinds: await listRoleKinds(),
    months: (await readCadreSettings()).readinessMonths,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "cadre.admit"));
  const form = await readForm(request, readinessSchema);
  if (!form.ok) return form.answer;
  const candidacyId = z.uuid().safeParse(params.candidacyId);
  if (!candidacyId.success) throw notFound();
  const result = await admitCandidate(actor, { candidacyId: candidacyId.data, finding: form.value });
  if (!result.ok) return form.refuse(result.refusal);
  return redirect(paths.member(result.value.membershipId));
}

export default function Admit() {
  const { title, candidate, refusal, roleKinds, months } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useFormWords(reply);
  const sayRefusal = useRefusalWords();
  const [form, fields] = useForm<ReadinessFinding>({
    id: "admit",
    lastResult: reply?.lastResult,
    defaultValue: { roleKindCode: candidate.roleKindCode, level: "now" },
  });
  const back = <LinkButton to={paths.vacancy(candidate.vacancyId)}>{candidate.reference}</LinkButton>;
  return (
    <>
      <PageHeader
        title={title}
        lead={refusal ? candidate.reference : t("cadre.admit.lead", { reference: candidate.reference })}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.cadre(), label: t("cadre.list.title") }]}
      />
      {candidate.finding && (
        <Section title={t("cadre.admit.finding")}>
          <p className="measure">{candidate.finding}</p>
        </Section>
      )}
      {refusal ? (
        <Alert tone="warn" title={sayRefusal(refusal)} actions={back} />
      ) : (
        <Form method="post" id={form.id} className="mt-8" noValidate>
          <FormProblems form={form} reply={reply} />
          {candidate.membership === "withdrawn" && <Alert title={t("cadre.admit.keepsWithdrawn")} />}
          {candidate.membership === "paused" && <Alert title={t("cadre.admit.keepsPaused")} />}
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
            <Button>{t("cadre.admit.submit")}</Button>
          </FormActions>
        </Form>
      )}
    </>
  );
}
