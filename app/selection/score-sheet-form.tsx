import { useForm } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import { type FormEvent, type ReactNode, useState } from "react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, placeIn, useFormWords } from "#app/access/form-words.tsx";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";
import { Meter } from "#app/ui/meter.tsx";
import { AutosaveNote, useAutosave } from "./autosave.tsx";
import { ScoreSheetCriterion } from "./score-sheet-criterion.tsx";
import { pressSheetKey, SheetKeysHelp } from "./score-sheet-keyboard.tsx";
import { newerIn, readAutosaveAnswer, rowsIn, type SheetPage } from "./score-sheet-page.ts";
import { keptEntry, markOf, type SheetEntry, sheetProgress } from "./sheet-entry.ts";

/** Where the two texts of two tabs are put to the writer's choice. */
const NOTICE = "two-texts";

const READERS = { answer: readAutosaveAnswer, newer: newerIn };

interface Fields {
  version: string;
  entries: { criterionId: string; mark: string; evidence: string }[];
}

interface Props {
  readonly sheet: SheetPage;
  readonly reply: FormReply | undefined;
}

/**
 * A score sheet under the pen: saved while it is written where the browser can, by its button everywhere. The button
 * that saves comes first, so that Enter never submits for good.
 */
export function ScoreSheetForm({ sheet, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const { panelId, candidacyId, rubric } = sheet;
  const [form, fields] = useForm<Fields>({
    id: "sheet",
    lastResult: reply?.lastResult,
    defaultValue: defaultsOf(sheet),
  });
  const url = paths.autosaveSheet(panelId, candidacyId);
  const { pen, state, version, newer } = useAutosave(url, sheet.version, reply, READERS);
  const [entries, setEntries] = useState(() => typedIn(reply) ?? sheet.entries);
  const submitting = useNavigation().state === "submitting";
  const update = (event: FormEvent<HTMLFormElement>) => {
    setEntries(entriesIn(event.currentTarget, sheet.rubric.criteria.length));
    pen.changed(event.currentTarget);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const target = event.currentTarget;
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    if (submitter?.hasAttribute("formaction")) {
      event.preventDefault();
      pen.saveOver(target);
      return;
    }
    const saving = pen.settle(target);
    if (!saving) return;
    event.preventDefault();
    void saving.then((saved) => saved && target.requestSubmit(submitter));
  };
  const nameOf = (field: string) => {
    const criterion = rubric.criteria[placeIn(field)];
    return criterion && inLanguage(format.locale, criterion.name);
  };
  const saveButton = (words: string) => (
    <Button variant="secondary" size="small" formAction={paths.saveSheet(panelId, candidacyId)}>
      {words}
    </Button>
  );
  return (
    <Form
      method="post"
      action={paths.sheet(panelId, candidacyId)}
      id={form.id}
      onInput={update}
      onBlur={(event) => pen.save(event.currentTarget)}
      onSubmit={submit}
      onKeyDown={(event) => pressSheetKey(event, rubric.levels)}
      noValidate
    >
      <FormProblems form={form} reply={reply} about={nameOf} />
      {newer && <NewerNotice sheet={sheet} save={saveButton(t("selection.sheet.keepMine"))} />}
      <SheetKeysHelp levels={rubric.levels} />
      <input type="hidden" name={fields.version.name} value={version} />
      <SheetProgress sheet={sheet} entries={entries}>
        {newer ? (
          <a href={`#${NOTICE}`}>{t("selection.sheet.seeBoth")}</a>
        ) : (
          saveButton(t("selection.sheet.saveDraft"))
        )}
        <AutosaveNote state={state} savedAt={sheet.savedAt} changed={t("selection.sheet.changed")} />
      </SheetProgress>
      <div className="space-y-8">
        {fields.entries.getFieldList().map((row, place) => {
          const criterion = rubric.criteria[place];
          if (!criterion) return null;
          return (
            <ScoreSheetCriterion
              key={row.key}
              criterion={criterion}
              place={place}
              fields={row.getFieldset()}
              other={
                newer ? (newer.entries.find((one) => one.criterionId === criterion.id) ?? null) : undefined
              }
              own={entries.find((one) => one.criterionId === criterion.id)}
              say={say}
            />
          );
        })}
      </div>
      <FormActions note={t("selection.sheet.final")}>
        <Button disabled={submitting}>{t("selection.sheet.submit")}</Button>
      </FormActions>
    </Form>
  );
}

function defaultsOf({ rubric, entries, version }: SheetPage): Fields {
  return {
    version: String(version),
    entries: rubric.criteria.map(({ id }) => {
      const entry = entries.find(({ criterionId }) => criterionId === id);
      return { criterionId: id, mark: markOf(entry), evidence: entry?.evidence ?? "" };
    }),
  };
}

/** What a refused form was filled in with. */
const typedIn = (reply: FormReply | undefined): readonly SheetEntry[] | null =>
  rowsIn(reply?.lastResult.initialValue)?.map(keptEntry) ?? null;

/** What stands in the form, as the server would read it. */
function entriesIn(form: HTMLFormElement, count: number): readonly SheetEntry[] {
  const posted = new FormData(form);
  const said = (n: number, field: string) => String(posted.get(`entries[${n}].${field}`) ?? "");
  return Array.from({ length: count }, (_, n) =>
    keptEntry({ criterionId: said(n, "criterionId"), mark: said(n, "mark"), evidence: said(n, "evidence") }),
  );
}

interface NewerNoticeProps {
  readonly sheet: SheetPage;
  readonly save: ReactNode;
}

/** Two tabs wrote on one sheet: whose words stand is the writer's to say. */
function NewerNotice({ sheet, save }: NewerNoticeProps) {
  const { t } = useLanguage();
  return (
    <div id={NOTICE} className="mb-6">
      <Alert
        tone="warn"
        role="alert"
        title={t("selection.sheet.changed")}
        actions={
          <>
            {save}
            <LinkButton to={paths.sheet(sheet.panelId, sheet.candidacyId)} size="small" reloadDocument>
              {t("selection.sheet.takeOther")}
            </LinkButton>
          </>
        }
      >
        {t("selection.sheet.changedText")}
      </Alert>
    </div>
  );
}

interface ProgressProps {
  readonly sheet: SheetPage;
  readonly entries: readonly SheetEntry[];
  readonly children: ReactNode;
}

/** How far the sheet has come, in sight while it is filled in. */
function SheetProgress({ sheet, entries, children }: ProgressProps) {
  const { t, format } = useLanguage();
  const { criteria, levels } = sheet.rubric;
  const { answered, observedShare, counts } = sheetProgress(entries, criteria, levels);
  const unseen = answered === criteria.length && !counts;
  return (
    <div className="sticky top-0 z-10 mb-6 border-b border-rule bg-ground py-2 print:hidden">
      <div className="grid gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,20rem)_1fr] sm:items-center">
        <Meter
          label={t("selection.sheet.progress")}
          value={answered}
          max={criteria.length}
          valueLabel={t("selection.sheet.answered", { answered, criteria: criteria.length })}
        />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">{children}</div>
      </div>
      {unseen && (
        <p className="text-sm text-action">
          {t("selection.sheet.tooLittle", { share: format.percent(observedShare) })}
        </p>
      )}
    </div>
  );
}
