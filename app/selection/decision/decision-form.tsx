import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { CandidateGates } from "#app/selection/clearance/candidate-gates.tsx";
import type { DecisionPage } from "#app/selection/report/report-page.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { REASONS_LENGTH } from "./decision.ts";
import { GroundFields, GroundLines } from "./decision-grounds-fields.tsx";

interface Props {
  readonly page: DecisionPage;
  readonly reply: FormReply | undefined;
}

interface Fields {
  candidacyId: string;
  reasons: string;
  tieBreak: string;
  departure: string;
}

/** The choice among those the panel recommended, with its reasons. Whoever has a gate open cannot be chosen. */
export function DecisionForm({ page, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const { held } = page;
  const [form, fields] = useForm<Fields>({
    id: "decision",
    lastResult: reply?.lastResult,
    defaultValue: held && {
      ...{ candidacyId: held.candidacyId, reasons: held.reasons },
      tieBreak: held.tieBreakReason ?? "",
      departure: held.departureReason ?? "",
    },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="heldVersion" value={held?.version ?? 0} />
      <FormStack>
        <RadioGroup
          {...fieldProps(fields.candidacyId, say)}
          label={t("selection.decision.choose")}
          hint={t("selection.decision.chooseHint")}
          options={page.candidates
            .filter(({ state }) => state === "recommended")
            .map((candidate) => ({
              value: candidate.candidacyId,
              label: page.report.people[candidate.candidacyId]?.name,
              hint: (
                <>
                  <CandidateGates candidate={candidate} />
                  <GroundLines candidate={candidate} people={page.report.people} />
                </>
              ),
            }))}
          required
        />
        <TextArea
          {...fieldProps(fields.reasons, say)}
          label={t("selection.decision.reasons")}
          hint={t("selection.decision.reasonsHint", { characters: REASONS_LENGTH })}
          rows={6}
          maxLength={6000}
          required
        />
        <GroundFields
          page={page}
          tieBreak={fieldProps(fields.tieBreak, say)}
          departure={fieldProps(fields.departure, say)}
        />
      </FormStack>
      <FormActions note={t("selection.decision.note")}>
        <Button name="intent" value="decide">
          {t("selection.decision.submit")}
        </Button>
        <Button name="intent" value="hold" variant="secondary">
          {t("selection.held.hold")}
        </Button>
      </FormActions>
    </Form>
  );
}
