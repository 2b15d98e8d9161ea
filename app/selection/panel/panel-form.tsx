import { useForm } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { CALIBRATION_REASON_LENGTH } from "#app/selection/sheet/calibration.ts";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { CheckboxField } from "#app/ui/choice-field.tsx";
import { DateTimeField, TextArea } from "#app/ui/field.tsx";
import { type FieldBinding, fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { FORCED_RULES } from "./composition-settings.ts";
import { checkComposition } from "./panel-composition.ts";
import { PanelExceptions } from "./panel-exceptions.tsx";
import type { PanelSetup } from "./panel-page.ts";
import { PanelQuorum } from "./panel-quorum.tsx";
import { PanelRow } from "./panel-row.tsx";
import { proposedConflicts, ROWS, readRows } from "./panel-rows.ts";
import { PanelRules, ProposedConflicts } from "./panel-rules.tsx";
import { PHASE_RIGHTS } from "./phase.ts";
import { judgesLeft } from "./quorum.ts";

interface Props {
  readonly setup: PanelSetup;
  readonly reply: FormReply | undefined;
}

/** What the form holds, as text. */
interface Fields {
  version: string;
  scoringDueOn: string;
  exceptions: { rule: string; reason: string }[];
  interview: string;
  blind: string;
  calibrates: string;
  noSampleReason: string;
  chair: string;
  members: {
    userId: string;
    gender: string;
    nationality: string;
    external: string;
    level: string;
    field: string;
  }[];
}

const SEATS_NOTES = {
  all: "selection.setPanel.nothingSent",
  unsubmitted: "selection.setPanel.atWork",
  chair: "selection.setPanel.comparing",
  none: "refusal.panelFixed",
} as const;

interface PlanProps {
  readonly setup: PanelSetup;
  readonly dueOn: FieldBinding;
  readonly interview: FieldBinding;
  readonly blind: FieldBinding;
  readonly calibrates: FieldBinding;
  readonly noSampleReason: FieldBinding;
}

/** Until a panel opens: whether it interviews, and when its first sheets are due. Afterwards its days have their own page. */
function PanelPlan({ setup: { panel, interviewable }, dueOn, interview, blind, ...sample }: PlanProps) {
  const { t } = useLanguage();
  if (panel && panel.phase !== "forming") {
    return (
      <p>
        <input type="hidden" name={dueOn.name} value={panel.scoringDueOn} />
        <Link to={paths.planPhases(panel.id)}>{t("phase.plan")}</Link>
      </p>
    );
  }
  return (
    <>
      <DateTimeField
        {...dueOn}
        label={t("selection.setPanel.dueOn")}
        hint={t("selection.setPanel.dueOnHint")}
        required
      />
      <CheckboxField {...blind} label={t("blind.plan")} hint={t("blind.planHint")} />
      <CheckboxField {...sample.calibrates} label={t("calibration.plan")} hint={t("calibration.planHint")} />
      <TextArea
        {...sample.noSampleReason}
        label={t("calibration.noSampleReason")}
        mark={t("selection.conflict.ifAny")}
        hint={t("calibration.noSampleHint", { characters: CALIBRATION_REASON_LENGTH })}
        maxLength={1000}
        rows={2}
      />
      {interviewable && (
        <CheckboxField {...interview} label={t("interview.plan")} hint={t("interview.planHint")} />
      )}
    </>
  );
}

/** Members, chair and due date of a panel, with its rules and its conflicts kept current while it is filled in. */
export function PanelForm({ setup, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const seats = setup.panel?.members ?? [];
  const [form, fields] = useForm<Fields>({
    id: "panel",
    lastResult: reply?.lastResult,
    defaultValue: defaultsOf(setup),
  });
  const [members, setMembers] = useState<ReturnType<typeof readRows>>(seats);
  const update = (event: FormEvent<HTMLFormElement>) => {
    fillFromFile(event, setup);
    const data = new FormData(event.currentTarget);
    setMembers(readRows((name) => data.get(name)?.toString() ?? null));
  };
  const conflicts = proposedConflicts(members, setup);
  const userIds = members.map(({ userId }) => userId);
  const checks = checkComposition(members, setup.post, setup.settings);
  const chair = Number(fields.chair.initialValue ?? 0);
  return (
    <Form method="post" id={form.id} onInput={update} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name={fields.version.name} value={setup.panel?.version ?? 0} />
      <FormStack>
        {fields.members.getFieldList().map((row, index) => (
          <PanelRow
            key={row.key}
            row={index}
            fields={row.getFieldset()}
            setup={setup}
            chair={chair === index}
            say={say}
          />
        ))}
        <PanelPlan
          setup={setup}
          dueOn={fieldProps(fields.scoringDueOn, say)}
          interview={fieldProps(fields.interview, say)}
          blind={fieldProps(fields.blind, say)}
          calibrates={fieldProps(fields.calibrates, say)}
          noSampleReason={fieldProps(fields.noSampleReason, say)}
        />
      </FormStack>
      <Section title={t("selection.setPanel.rules")} lead={t("selection.setPanel.rulesSource")}>
        <PanelRules checks={checks} />
        <p className="mt-2">
          <Link to={paths.compositionRules()}>{t("selection.setPanel.otherRules")}</Link>
        </p>
        <PanelExceptions
          rows={fields.exceptions.getFieldList().map((row) => row.getFieldset())}
          checks={checks}
          say={say}
        />
      </Section>
      <Section title={t("selection.setPanel.conflicts")} lead={t("selection.setPanel.conflictsText")}>
        <ProposedConflicts conflicts={conflicts} />
      </Section>
      <Section title={t("selection.setPanel.quorum")} lead={t("selection.setPanel.quorumText")}>
        <PanelQuorum candidacies={judgesLeft(userIds, setup.ties, conflicts)} />
      </Section>
      <FormActions note={t(SEATS_NOTES[PHASE_RIGHTS[setup.panel?.phase ?? "forming"].seats])}>
        <Button>{t("selection.setPanel.save")}</Button>
      </FormActions>
    </Form>
  );
}

function defaultsOf({ panel }: PanelSetup): Fields {
  const chair = panel?.members.findIndex((member) => member.chair) ?? 0;
  return {
    version: String(panel?.version ?? 0),
    scoringDueOn: panel?.scoringDueOn ?? "",
    exceptions: FORCED_RULES.map((rule) => ({
      rule,
      reason: panel?.exceptions.find((one) => one.rule === rule)?.reason ?? "",
    })),
    interview: panel?.interview ? "on" : "",
    blind: panel?.blind ? "on" : "",
    calibrates: panel?.calibrates ? "on" : "",
    noSampleReason: panel?.noSampleReason ?? "",
    chair: String(Math.max(0, chair)),
    members: ROWS.map((row) => {
      const seat = panel?.members[row];
      return {
        userId: seat?.userId ?? "",
        gender: seat?.gender ?? "notStated",
        nationality: seat?.nationality ?? "",
        external: seat?.external ? "on" : "",
        ...{ level: seat?.level ?? "", field: seat?.field ?? "" },
      };
    }),
  };
}

/** Whoever is chosen brings the gender and nationality on file, where there are any. */
function fillFromFile(event: FormEvent<HTMLFormElement>, { accounts }: PanelSetup) {
  const { target, currentTarget: form } = event;
  if (!(target instanceof HTMLSelectElement) || target.dataset.row === undefined) return;
  const account = accounts.find(({ userId }) => userId === target.value);
  const set = (field: string, value: string | null | undefined) => {
    const control = form.elements.namedItem(`members[${target.dataset.row}].${field}`);
    if (control instanceof HTMLSelectElement && value) control.value = value;
  };
  set("gender", account?.gender);
  set("nationality", account?.nationalities[0]);
  set("level", account?.level);
  set("field", account?.field);
}
