import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import type { PairPage } from "./duplicate.queries.server.ts";

interface Props {
  readonly pair: Pick<PairPage, "id" | "version" | "first" | "second">;
  readonly reply: FormReply | undefined;
}

/** One person, and which file goes on. */
export function MergeForm({ pair, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const { id, version, first, second } = pair;
  const [form, fields] = useForm<{ keptId: string; note: string }>({
    id: "merge",
    lastResult: reply?.lastResult,
    defaultValue: { keptId: "", note: "" },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="version" value={version} />
      <FormStack>
        <RadioGroup
          {...fieldProps(fields.keptId, say)}
          label={t("selection.duplicate.kept")}
          options={[first, second].map((side) => ({
            value: side.id,
            label: t("selection.duplicate.keptOf", { name: side.name, email: side.email }),
          }))}
          required
        />
        <TextArea
          {...fieldProps(fields.note, say)}
          label={t("selection.duplicate.note")}
          mark={t("selection.conflict.ifAny")}
          rows={2}
          maxLength={2000}
        />
      </FormStack>
      <FormActions>
        <Button>{t("selection.duplicate.doMerge")}</Button>
        <LinkButton to={paths.duplicate(id)}>{t("selection.file.leave")}</LinkButton>
      </FormActions>
    </Form>
  );
}

interface VerdictProps {
  readonly pair: Pick<PairPage, "id" | "version">;
  readonly verdict: "different" | "takeApart" | "again";
  readonly reply: FormReply | undefined;
}

const WORDS = {
  different: "selection.duplicate.doDifferent",
  takeApart: "selection.duplicate.takeApart",
  again: "selection.duplicate.again",
} as const;

/** Two people after all, before anything was merged or after; or not so sure: then it is said why. */
export function VerdictForm({ pair, verdict, reply }: VerdictProps) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ note: string }>({
    id: verdict,
    lastResult: reply?.lastResult,
    defaultValue: { note: "" },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="version" value={pair.version} />
      <TextArea
        {...fieldProps(fields.note, say)}
        label={t("selection.duplicate.note")}
        mark={verdict === "again" ? undefined : t("selection.conflict.ifAny")}
        required={verdict === "again"}
        rows={2}
        maxLength={2000}
      />
      <FormActions>
        <Button variant={verdict === "takeApart" ? "danger" : "primary"}>{t(WORDS[verdict])}</Button>
        <LinkButton to={paths.duplicate(pair.id)}>{t("selection.file.leave")}</LinkButton>
      </FormActions>
    </Form>
  );
}
