import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DateTimeField, TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { checkComposition, exceptionsNeeded } from "./panel-composition.ts";
import type { PanelSetup } from "./panel-page.ts";
import { PanelRow } from "./panel-row.tsx";
import { proposedConflicts, ROWS, readRows } from "./panel-rows.ts";
import { PanelRules, ProposedConflicts } from "./panel-rules.tsx";

interface Props {
  readonly setup: PanelSetup;
  readonly reply: FormReply | undefined;
}

/** What the form holds, as text. */
interface Fields {
  version: string;
  scoringDueOn: string;
  exceptionReason: string;
  chair: string;
  members: { userId: string; gender: string; nationality: string; external: string }[];
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
  const checks = checkComposition(members, setup.vacancy.level);
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
        <DateTimeField
          {...fieldProps(fields.scoringDueOn, say)}
          label={t("selection.setPanel.dueOn")}
          hint={t("selection.setPanel.dueOnHint")}
          required
        />
      </FormStack>
      <Section title={t("selection.setPanel.rules")} lead={t("selection.setPanel.rulesSource")}>
        <PanelRules checks={checks} />
        <div className="mt-4">
          <TextArea
            {...fieldProps(fields.exceptionReason, say)}
            label={t("selection.setPanel.exceptionReason")}
            hint={t("selection.setPanel.exceptionHint", { rules: exceptionsNeeded(checks).length })}
            rows={2}
          />
        </div>
      </Section>
      <Section title={t("selection.setPanel.conflicts")} lead={t("selection.setPanel.conflictsText")}>
        <ProposedConflicts conflicts={proposedConflicts(members, setup.accounts, setup.ties, seats)} />
      </Section>
      <FormActions
        note={t(
          setup.panel?.phase === "desk" ? "selection.setPanel.atWork" : "selection.setPanel.nothingSent",
        )}
      >
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
    exceptionReason: panel?.exceptionReason ?? "",
    chair: String(Math.max(0, chair)),
    members: ROWS.map((row) => {
      const seat = panel?.members[row];
      return {
        userId: seat?.userId ?? "",
        gender: seat?.gender ?? "notStated",
        nationality: seat?.nationality ?? "",
        external: seat?.external ? "on" : "",
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
  set("nationality", account?.nationality);
}
