import { type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { type FormEvent, useRef, useState } from "react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { DraftConflict } from "#app/selection/conflict/draft-conflict.tsx";
import { AutosaveNote, showBothTexts, useAutosave } from "#app/selection/sheet/autosave.tsx";
import { useEarlyWords } from "#app/selection/sheet/early-words.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import type { SelectOption } from "#app/ui/field.tsx";
import { FormActions } from "#app/ui/form.tsx";
import type { DraftPage } from "./nominee-draft.queries.server.ts";
import { draftAnswer, newerDraftIn } from "./nominee-draft.ts";
import { formValuesOf, type NomineeFields } from "./nominee-fields.ts";
import { type DraftFile, draftFileSchema, type GrowingList } from "./nominee-file.ts";
import { NomineePerson } from "./nominee-person.tsx";
import { NomineeRecord } from "./nominee-record.tsx";
import { NomineeWords } from "./nominee-words.tsx";

interface Props {
  readonly page: DraftPage;
  readonly states: readonly SelectOption[];
  /** Whether what is missing is said beside the fields. */
  readonly check: boolean;
  /** So many rows of each list are asked for. */
  readonly rows: Readonly<Record<GrowingList, number>>;
  readonly reply: FormReply | undefined;
}

/** A nominee's file under the pen: saved while it is written where the browser can, by its button everywhere. */
export function NomineeForm({ page, states, check, rows, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<NomineeFields>({
    id: "nominee",
    lastResult: reply?.lastResult ?? (check ? gapsAsErrors(page) : undefined),
    defaultValue: formValuesOf(page.file, page.version, page.languages, rows),
    shouldValidate: "onSubmit",
  });
  const { pen, state, version, newer } = useAutosave(
    paths.autosaveDraft(page.id),
    page.version,
    { reply, newer: newerDraftIn(reply) },
    draftAnswer.parse,
  );
  const [own, setOwn] = useState(() => typedIn(reply) ?? page.file);
  const paper = useRef<HTMLFormElement>(null);
  const write = (at: HTMLFormElement) => {
    setOwn(fileIn(at) ?? own);
    pen.changed(at);
  };
  useEarlyWords(paper, reply !== undefined, write);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const target = event.currentTarget;
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    if (!submitter?.hasAttribute("formaction")) {
      event.preventDefault();
      pen.saveOver(target, version);
      return;
    }
    const saving = pen.settle(target);
    if (!saving) return;
    event.preventDefault();
    void saving.then((saved) => (saved ? target.requestSubmit(submitter) : showBothTexts(target)));
  };
  const save = (words: string) => (
    <Button variant="secondary" size="small">
      {words}
    </Button>
  );
  const changed = t("nominating.draft.changed", { name: newer?.by ?? "" });
  return (
    <Form
      method="post"
      id={form.id}
      ref={paper}
      noValidate
      onInput={(event) => write(event.currentTarget)}
      onBlur={(event) => pen.save(event.currentTarget)}
      onSubmit={submit}
    >
      <FormProblems form={form} reply={reply} />
      {newer && (
        <DraftConflict
          newer={newer}
          own={own}
          draftId={page.id}
          title={changed}
          save={save(t("selection.sheet.keepMine"))}
        />
      )}
      <input type="hidden" name={fields.version.name} value={version} />
      <div className="sticky top-0 z-10 mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-rule bg-ground py-2 print:hidden">
        {save(t("selection.sheet.saveDraft"))}
        <AutosaveNote
          state={state}
          savedAt={page.savedAt}
          changed={changed}
          offline={t("selection.sheet.offline")}
        />
      </div>
      <div className="space-y-6">
        <NomineePerson fields={fields} say={say} call={page.call} states={states} self={page.self} />
        <NomineeRecord fields={fields} say={say} languages={page.languages} draftId={page.id} />
        <NomineeWords fields={fields} say={say} self={page.self} />
      </div>
      <FormActions note={page.self && t("nominating.own.note")}>
        {page.self ? (
          <Button formAction={paths.submitOwnDraft(page.id)} disabled={!page.call.open}>
            {t("nominating.own.submit")}
          </Button>
        ) : (
          <Button>{t("selection.sheet.saveDraft")}</Button>
        )}
        <LinkButton to={paths.draft(page.id, true)} reloadDocument>
          {t("nominating.draft.check")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}

/** What is missing, as a form that was sent back would say it. */
function gapsAsErrors({ gaps }: DraftPage): SubmissionResult<string[]> {
  return { status: "error", error: Object.fromEntries(gaps.map(({ field, code }) => [field, [code]])) };
}

/** What a refused form was filled in with. */
function typedIn(reply: FormReply | undefined): DraftFile | null {
  const read = draftFileSchema.safeParse(reply?.lastResult.initialValue);
  return reply && read.success ? read.data : null;
}

/** What stands in the form, as the server would read it. */
function fileIn(form: HTMLFormElement): DraftFile | null {
  const read = parseWithZod(new FormData(form), { schema: draftFileSchema });
  return read.status === "success" ? read.value : null;
}
