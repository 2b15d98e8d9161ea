import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { gapFigure } from "#app/mentoring/matching/gap-words.ts";
import { gapKey } from "#app/mentoring/matching/pool-gap.ts";
import { regionName } from "#app/selection/needs/region.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choice-field.tsx";
import { DateTimeField, TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import type { listAddressees, PledgeCallPage } from "./pledge-call.queries.server.ts";
import { LEAST_ANSWER_DAYS } from "./pledge-call.ts";
import { useLanguageName } from "./pool-figures.tsx";
import type { ProgrammeHealth } from "./programme-health.queries.server.ts";

interface NewProps {
  readonly pool: Pick<ProgrammeHealth["pool"], "gaps" | "languageNames">;
  readonly addressees: Awaited<ReturnType<typeof listAddressees>>;
  /** The first day that leaves states time enough. */
  readonly earliest: string;
  readonly reply: FormReply | undefined;
}

/** What is lacking, which states are asked, and by when. */
export function NewPledgeCallForm({ pool, addressees, earliest, reply }: NewProps) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const languageName = useLanguageName(pool.languageNames);
  const [form, fields] = useForm<{ gaps: string[]; states: string[]; answerBy: string }>({
    id: "pledgeCall",
    lastResult: reply?.lastResult,
    defaultValue: { gaps: pool.gaps.map(gapKey), states: [], answerBy: "" },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <FormStack>
        <CheckboxGroup
          {...fieldProps(fields.gaps, say)}
          label={t("pledgeCall.gaps")}
          options={pool.gaps.map((gap) => ({
            value: gapKey(gap),
            label: gapFigure(t, gap, languageName),
          }))}
        />
        <CheckboxGroup
          {...fieldProps(fields.states, say)}
          label={t("pledgeCall.states")}
          hint={t("pledgeCall.statesHint")}
          options={addressees.map(({ code, name, regionalGroup, mentors }) => ({
            value: code,
            label: name,
            hint: t("pledgeCall.stateHas", { region: t(regionName(regionalGroup)), count: mentors }),
          }))}
        />
        <DateTimeField
          {...fieldProps(fields.answerBy, say)}
          label={t("pledgeCall.answerBy")}
          hint={t("pledgeCall.answerByHint", { days: LEAST_ANSWER_DAYS })}
          min={earliest}
          required
        />
      </FormStack>
      <FormActions note={t("pledgeCall.draftNote")}>
        <Button>{t("pledgeCall.draft")}</Button>
      </FormActions>
    </Form>
  );
}

interface DraftProps {
  readonly call: Pick<PledgeCallPage, "version" | "answerBy" | "addressees">;
  readonly reply: FormReply | undefined;
}

interface DraftFields {
  answerBy: string;
  texts: { stateCode: string; text: string }[];
}

/** The message to each state, to keep, to send or to throw away. */
export function PledgeCallForm({ call, reply }: DraftProps) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<DraftFields>({
    id: "pledgeCall",
    lastResult: reply?.lastResult,
    defaultValue: {
      answerBy: call.answerBy,
      texts: call.addressees.map(({ stateCode, text }) => ({ stateCode, text })),
    },
  });
  const nameOf = new Map(call.addressees.map(({ stateCode, state }) => [stateCode, state]));
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="version" value={call.version} />
      <FormStack>
        <DateTimeField
          {...fieldProps(fields.answerBy, say)}
          label={t("pledgeCall.answerBy")}
          hint={t("pledgeCall.answerByHint", { days: LEAST_ANSWER_DAYS })}
          required
        />
        {fields.texts.getFieldList().map((row) => {
          const { stateCode, text } = row.getFieldset();
          const code = String(stateCode.initialValue ?? "");
          return (
            <div key={row.key}>
              <input type="hidden" name={stateCode.name} value={code} />
              <TextArea
                {...fieldProps(text, say)}
                label={t("pledgeCall.textTo", { state: nameOf.get(code) ?? code })}
                rows={6}
                maxLength={4000}
                required
              />
            </div>
          );
        })}
      </FormStack>
      <FormActions note={t("pledgeCall.sendNote")}>
        <Button name="intent" value="send">
          {t("pledgeCall.send")}
        </Button>
        <Button name="intent" value="keep" variant="secondary">
          {t("pledgeCall.keep")}
        </Button>
        <Button name="intent" value="discard" variant="danger">
          {t("pledgeCall.discard")}
        </Button>
      </FormActions>
    </Form>
  );
}
