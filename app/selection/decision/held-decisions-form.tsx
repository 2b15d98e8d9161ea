import { useForm } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { useGateWords } from "#app/selection/clearance/candidate-gates.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choice-field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import type { HeldPage } from "./held-decision.ts";

interface Props {
  readonly held: HeldPage["held"];
  readonly reply: FormReply | undefined;
}

/** The choices held, to be ticked and put into effect together. Those that cannot stand now say why. */
export function HeldDecisionsForm({ held, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const ready = held.filter(({ gone, openGates }) => !gone && openGates.length === 0);
  const [form, fields] = useForm<{ held: string[] }>({
    id: "held",
    lastResult: reply?.lastResult,
    defaultValue: { held: ready.map(({ value }) => value) },
  });
  const at = held.find(({ vacancyId }) => vacancyId === reply?.refusal?.params.vacancyId);
  const about = () => at && caseTitle(format.locale, at.vacancy);
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} about={about} />
      <FormStack>
        <CheckboxGroup
          {...fieldProps(fields.held, say)}
          label={t("selection.held.which")}
          hint={t("selection.held.whichHint")}
          options={held.map((choice) => ({
            value: choice.value,
            label: t("selection.held.choice", {
              post: caseTitle(format.locale, choice.vacancy),
              name: choice.name,
            }),
            hint: <HeldState choice={choice} />,
            disabled: !ready.includes(choice),
          }))}
        />
      </FormStack>
      <FormActions note={t("selection.decision.note")}>
        <Button disabled={ready.length === 0}>{t("selection.held.effect")}</Button>
      </FormActions>
    </Form>
  );
}

/** Since when a choice is held, what stands against it now, and where to change it. */
function HeldState({ choice }: { readonly choice: Props["held"][number] }) {
  const { t, format } = useLanguage();
  const words = useGateWords();
  const gates =
    choice.openGates.length > 0 ? format.list(words(choice.openGates)) : t("selection.decision.cleared");
  return (
    <>
      <span className="block">
        {t("selection.held.since", { date: format.date(choice.heldAt) })}{" "}
        <Link to={paths.decision(choice.vacancyId)}>{t("selection.held.change")}</Link>
      </span>
      {choice.gone ? <Badge tone="bad">{t("selection.held.gone")}</Badge> : gates}
    </>
  );
}
