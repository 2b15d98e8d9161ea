import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, placeIn, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { nominatorName } from "#app/selection/nomination/nominator.ts";
import type { DeclarationPage } from "#app/selection/panel/panel-page.ts";
import { Button } from "#app/ui/button.tsx";
import { Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { SelectField, TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { DECLARED_KINDS } from "./conflict.ts";

interface Fields {
  declarations: { candidacyId: string; answer: string; kind: string; note: string }[];
}

interface Props {
  readonly page: DeclarationPage;
  readonly reply: FormReply | undefined;
}

/** One declaration on every candidacy. Nothing is chosen beforehand on the first: silence is not a declaration. */
export function ConflictForm({ page, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "declaration",
    lastResult: reply?.lastResult,
    defaultValue: {
      declarations: page.candidacies.map(({ candidacyId }) => ({
        candidacyId,
        answer: page.declared ? "none" : "",
        kind: "",
        note: "",
      })),
    },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} about={(field) => page.candidacies[placeIn(field)]?.name} />
      <FormStack>
        {fields.declarations.getFieldList().map((row, index) => {
          const { candidacyId, answer, kind, note } = row.getFieldset();
          const candidacy = page.candidacies[index];
          if (!candidacy) return null;
          return (
            <Fieldset key={row.key} legend={candidacy.name} id={`${row.id}-about`}>
              <input type="hidden" name={candidacyId.name} value={candidacy.candidacyId} />
              <RadioGroup
                {...fieldProps(answer, say)}
                label={t("selection.conflict.answer")}
                hint={t("selection.conflict.nominatedBy", {
                  state: nominatorName(t, format.locale, candidacy.nominatingState),
                })}
                layout="row"
                options={[
                  { value: "none", label: t("selection.conflict.answerNone") },
                  { value: "conflict", label: t("selection.conflict.answerConflict") },
                ]}
                required
              />
              <div className="grid gap-x-6 gap-y-3 sm:grid-cols-[14rem_1fr]">
                <SelectField
                  {...fieldProps(kind, say)}
                  label={t("selection.conflict.kindLabel")}
                  mark={t("selection.conflict.ifAny")}
                  placeholder={t("selection.setPanel.choose")}
                  options={DECLARED_KINDS.map((value) => ({
                    value,
                    label: t(`selection.conflict.kind.${value}`),
                  }))}
                />
                <TextArea
                  {...fieldProps(note, say)}
                  label={t("selection.conflict.note")}
                  mark={t("selection.conflict.ifAny")}
                  rows={2}
                  maxLength={1000}
                />
              </div>
            </Fieldset>
          );
        })}
      </FormStack>
      <FormActions note={t("selection.conflict.final")}>
        <Button>{t("selection.conflict.submit")}</Button>
      </FormActions>
    </Form>
  );
}
