import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import type { InTwoLanguages } from "#app/selection/in-two-languages.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { SelectField, TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { QUESTION_LENGTH } from "./interview.ts";
import type { BankQuestion } from "./interview-page.ts";

interface Criteria {
  readonly criteria: readonly { readonly code: string; readonly name: InTwoLanguages }[];
}

/** The bank's questions on one criterion, or on all. */
export function QuestionFilter({ criteria, criterion }: Criteria & { readonly criterion: string }) {
  const { t, format } = useLanguage();
  return (
    <Form method="get" className="mb-6 flex flex-wrap items-end gap-3">
      <SelectField
        id="criterion"
        name="criterion"
        label={t("selection.rubric.criterion")}
        defaultValue={criterion}
        options={[
          { value: "", label: t("interview.bank.all") },
          ...criteria.map(({ code, name }) => ({ value: code, label: inLanguage(format.locale, name) })),
        ]}
      />
      <Button variant="secondary">{t("interview.bank.show")}</Button>
    </Form>
  );
}

interface TableProps extends Criteria {
  readonly questions: readonly BankQuestion[];
  readonly keeps: boolean;
}

/** The questions that panels can choose; who keeps them can retire one. */
export function QuestionTable({ questions, criteria, keeps }: TableProps) {
  const { t, format } = useLanguage();
  const nameOf = (code: string) => {
    const found = criteria.find((one) => one.code === code);
    return found ? inLanguage(format.locale, found.name) : code;
  };
  return (
    <DataTable
      caption={t("interview.bank.title")}
      captionHidden
      rows={questions}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          title={t("interview.bank.none")}
          text={t("interview.bank.noneText")}
          action={<LinkButton to={paths.questions()}>{t("interview.bank.all")}</LinkButton>}
        />
      }
      columns={[
        {
          key: "criterion",
          header: t("selection.rubric.criterion"),
          cell: ({ criterionCode }) => nameOf(criterionCode),
        },
        {
          key: "question",
          header: t("interview.bank.question"),
          rowHeader: true,
          cell: ({ textEn, textFr }) => inLanguage(format.locale, { en: textEn, fr: textFr }),
        },
        ...(keeps
          ? [
              {
                key: "retire",
                header: t("interview.bank.retireHeading"),
                cell: ({ id, textEn, textFr }: BankQuestion) => (
                  <Form method="post" action={paths.retireQuestion(id)}>
                    <Button
                      variant="secondary"
                      size="small"
                      aria-label={t("interview.bank.retireOne", {
                        question: inLanguage(format.locale, { en: textEn, fr: textFr }),
                      })}
                    >
                      {t("interview.bank.retire")}
                    </Button>
                  </Form>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

interface FormProps extends Criteria {
  readonly criterion: string;
  readonly reply: FormReply | undefined;
}

/** A question to add, in both languages. */
export function QuestionForm({ criteria, criterion, reply }: FormProps) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ criterionCode: string; textEn: string; textFr: string }>({
    id: "question",
    lastResult: reply?.lastResult,
    defaultValue: { criterionCode: criterion, textEn: "", textFr: "" },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <FormStack>
        <SelectField
          {...fieldProps(fields.criterionCode, say)}
          label={t("selection.rubric.criterion")}
          options={[
            { value: "", label: t("selection.setPanel.choose") },
            ...criteria.map(({ code, name }) => ({ value: code, label: inLanguage(format.locale, name) })),
          ]}
          required
        />
        <TextArea
          {...fieldProps(fields.textEn, say)}
          label={t("interview.bank.textEn")}
          maxLength={QUESTION_LENGTH.most}
          rows={2}
          required
        />
        <TextArea
          {...fieldProps(fields.textFr, say)}
          label={t("interview.bank.textFr")}
          maxLength={QUESTION_LENGTH.most}
          rows={2}
          required
        />
      </FormStack>
      <FormActions>
        <Button>{t("interview.bank.submit")}</Button>
      </FormActions>
    </Form>
  );
}
