import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import {
  type AttestationDraft,
  AttestationFields,
  EMPTY_ATTESTATION,
} from "#app/selection/candidate/attestation-fields.tsx";
import { FileFields, type FileForm, fileDefaults } from "#app/selection/candidate/file-fields.tsx";
import { FileView } from "#app/selection/candidate/file-view.tsx";
import { NameFields, type NameForm, nameDefaults } from "#app/selection/nomination/name-fields.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { CheckboxField, Fieldset } from "#app/ui/choice-field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { DefaultSubmit, FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PoolAnswerPage } from "./pool-answer.queries.server.ts";

interface Props {
  readonly reply: FormReply | undefined;
  /** What is answered from; null where it was answered: declining may be open longer. */
  readonly page: PoolAnswerPage | null;
}

/** Agrees to be reviewed for the cadre with the file put right, or declines: no reason is asked. */
export function PoolAnswer({ reply, page }: Props) {
  const { t } = useLanguage();
  const decline = page ? t("nominating.pool.decline") : t("nominating.pool.withdraw");
  return (
    <>
      {page && (
        <>
          <Section title={t("nominating.pool.stated")} lead={t("nominating.pool.statedLead")}>
            <FileView {...page} />
          </Section>
          <Section title={t("nominating.pool.agreeTitle")} lead={t("nominating.pool.agreeLead")}>
            <AgreementForm page={page} reply={reply} />
          </Section>
        </>
      )}
      <Section title={decline} lead={t("nominating.pool.declineText")}>
        <Form method="post">
          <input type="hidden" name="intent" value="decline" />
          <Button variant="danger">{decline}</Button>
        </Form>
      </Section>
    </>
  );
}

interface SpentProps {
  readonly title: string;
  readonly token: string;
  readonly page: PoolAnswerPage;
  readonly reply: FormReply;
  /** Whether another answer came first; else the link has expired. */
  readonly answered: boolean;
}

/**
 * An answer that was not taken, since another had come first or the link had expired: all that was typed stands in the
 * form, and nothing that is on file. A new link opens beside it, so that nothing need be written twice.
 */
export function SpentPoolAnswer({ title, token, page, reply, answered }: SpentProps) {
  const { t } = useLanguage();
  return (
    <>
      <PageHeader title={title} />
      <Alert
        tone="warn"
        role="alert"
        title={t(answered ? "selection.invitation.answeredBefore" : "selection.invitation.lateTitle")}
        actions={<LinkButton to={paths.signIn(paths.myCases())}>{t("selection.consent.signIn")}</LinkButton>}
      >
        <p>{t(answered ? "nominating.pool.answeredBefore" : "nominating.pool.lateText")}</p>
        {!answered && (
          <Form
            method="post"
            action={paths.renewInvitation(token)}
            target="_blank"
            reloadDocument
            className="mt-3"
          >
            <Button>{t("selection.invitation.renew")}</Button>
          </Form>
        )}
      </Alert>
      <div className="mt-6">
        <AgreementForm page={page} reply={reply} />
      </div>
    </>
  );
}

interface Fields extends FileForm, NameForm {
  attestation: AttestationDraft;
  consentCadre: string;
  consentStatistics: string;
}

interface FormProps {
  readonly page: PoolAnswerPage;
  readonly reply: FormReply | undefined;
}

/** The file to be put right, the attestation where the call asks for it, the consents. Nothing is ticked beforehand. */
function AgreementForm({ page, reply }: FormProps) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const { file, languages, states, attests, byState } = page;
  const [form, fields] = useForm<Fields>({
    id: "agree",
    lastResult: reply?.lastResult,
    defaultValue: {
      ...fileDefaults({ ...file, fieldMissions: missionsIn(file) }, languages),
      ...nameDefaults(file),
      ...(attests ? { attestation: EMPTY_ATTESTATION } : {}),
      ...{ consentCadre: "", consentStatistics: "" },
    },
  });
  const choices = states
    .map((state) => ({ value: state.code, label: nameIn(format.locale, state) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, format.locale));
  return (
    <Form method="post" id={form.id} noValidate>
      <DefaultSubmit />
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="intent" value="agree" />
      <NameFields fields={fields} states={choices} say={say} />
      <FileFields
        adding={form.insert.getButtonProps({ name: "career" })}
        fields={fields}
        languages={languages}
        say={say}
      />
      {attests && <AttestationFields fields={fields.attestation.getFieldset()} say={say} />}
      <Fieldset legend={t("selection.consent.consents")} id="consents" hint={t("nominating.pool.free")}>
        <CheckboxField
          {...fieldProps(fields.consentCadre, say)}
          label={t("nominating.pool.consent")}
          hint={t("nominating.pool.consentHint")}
          required
        />
        <CheckboxField
          {...fieldProps(fields.consentStatistics, say)}
          label={t("selection.consent.statistics")}
        />
      </Fieldset>
      <FormActions note={byState && t("selection.consent.note")}>
        <Button>{t("nominating.pool.agree")}</Button>
      </FormActions>
    </Form>
  );
}

/** How many field missions were stated, or else how many were named; none where none was. */
const missionsIn = ({ fieldMissions, missions }: PoolAnswerPage["file"]) =>
  fieldMissions ?? (missions.length > 0 ? missions.length : null);
