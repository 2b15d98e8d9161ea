import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { can } from "#app/access/can.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { notFound, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { confirmMembership } from "#app/cadre/keep-membership.server.ts";
import { readOwnMembership } from "#app/cadre/member.queries.server.ts";
import { MemberFacts } from "#app/cadre/member-facts.tsx";
import { MembershipChanges } from "#app/cadre/membership-changes.tsx";
import { confirmationSchema } from "#app/cadre/readiness.ts";
import { ReadinessTable } from "#app/cadre/readiness-table.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DateTimeField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

const schema = confirmationSchema.extend({ membershipId: z.uuid() });

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "membership.readOwn"));
  const t = await translatorOf(request);
  const member = await readOwnMembership(actor);
  return { title: t("cadre.own.title"), member, today: now().toISOString().slice(0, 10) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await readForm(request, schema);
  if (!form.ok) return form.answer;
  const result = await confirmMembership(actor, form.value);
  if (!result.ok) {
    if (result.refusal.code === "notFound") throw notFound();
    return form.refuse(result.refusal);
  }
  return redirect(paths.myMembership());
}

type Member = NonNullable<Awaited<ReturnType<typeof readOwnMembership>>>;

export default function MyMembership() {
  const { member, today } = useLoaderData<typeof loader>();
  const t = useT();
  if (!member) {
    return (
      <>
        <PageHeader title={t("cadre.own.title")} />
        <EmptyState
          title={t("cadre.own.none")}
          text={t("cadre.own.noneText")}
          action={<LinkButton to={paths.home()}>{t("nav.home")}</LinkButton>}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("cadre.own.title")} lead={t("cadre.own.lead")} />
      {member.state === "proposed" && (
        <Alert title={t("cadre.own.proposedTitle")}>{t("cadre.own.proposedText")}</Alert>
      )}
      <Section title={t("cadre.member.readiness")}>
        <ReadinessTable findings={member.readiness} today={today} />
      </Section>
      {member.state !== "withdrawn" && <Confirmation member={member} today={today} />}
      <Section title={t("cadre.member.state")}>
        <MemberFacts {...member} />
      </Section>
      <MembershipChanges membershipId={member.id} state={member.state} />
    </>
  );
}

function Confirmation({ member, today }: { readonly member: Member; readonly today: string }) {
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<z.infer<typeof schema>>({
    id: "confirm",
    lastResult: reply?.lastResult,
    defaultValue: { availableFrom: member.availableFrom ?? today },
  });
  const label = member.state === "proposed" ? t("cadre.own.agree") : t("cadre.own.confirm");
  return (
    <Form method="post" id={form.id} className="mt-8" noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="membershipId" value={member.id} />
      <DateTimeField
        {...fieldProps(fields.availableFrom, say)}
        label={t("cadre.own.availableFrom")}
        required
      />
      <FormActions>
        <Button>{label}</Button>
      </FormActions>
    </Form>
  );
}
