import { useForm } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
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
import { useEarlyWords } from "./early-words.tsx";
import { typedUpon } from "./kept-sheet.ts";
import { forgetSheet, keepSheet, useKeptSheet } from "./kept-sheet.tsx";
import { pressSheetKey, SheetKeysHelp } from "./score-sheet-keyboard.tsx";
import { newerIn, readAutosaveAnswer, rowsIn, type SheetPage } from "./score-sheet-page.ts";
import { SheetCriteria, type SheetFields, sheetDefaults } from "./sheet-criteria.tsx";
import { keptEntry, type SheetEntry, sheetProgress } from "./sheet-entry.ts";
import { saysSame } from "./sheet-history.ts";

/** Where the two texts of two tabs are put to the writer's choice. */
const NOTICE = "two-texts";

const READERS = { answer: readAutosaveAnswer, newer: newerIn };

type Fields = SheetFields & { version: string };

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
    defaultValue: { version: String(sheet.version), ...sheetDefaults(rubric.criteria, sheet.entries) },
  });
  const url = paths.autosaveSheet(panelId, candidacyId);
  const { pen, state, version, newer, goOnFrom } = useAutosave(url, sheet.version, reply, READERS);
  const [entries, setEntries] = useState(() => typedIn(reply) ?? sheet.entries);
  const paper = useRef<HTMLFormElement>(null);
  const written = (at: HTMLFormElement) => setEntries(entriesIn(at, rubric.criteria.length));
  const take = (at: HTMLFormElement) => {
    written(at);
    pen.changed(at);
  };
  // Before what was kept is put back, which is written by nobody.
  useEarlyWords(paper, reply !== undefined, take);
  useKeptSheet(sheet, paper, reply !== undefined, {
    putBack: (kept) => {
      if (!paper.current) return;
      written(paper.current);
      goOnFrom(kept.version, null);
      if (!kept.saved) pen.changed(paper.current);
    },
    compare: () => {
      if (!paper.current) return;
      written(paper.current);
      const same = saysSame(sheet.entries, entriesIn(paper.current, rubric.criteria.length));
      if (same) forgetSheet(sheet);
      else goOnFrom(sheet.version, sheet);
    },
  });
  useEffect(() => {
    if (state.kind === "saved" && paper.current)
      keepSheet(sheet, paper.current, state.version, !pen.unsaved());
    // Who has been recused keeps nothing.
    if (state.kind === "gone") forgetSheet(sheet, true);
  }, [state, sheet, pen]);
  useEffect(() => {
    const save = () => paper.current && pen.save(paper.current);
    window.addEventListener("online", save);
    return () => window.removeEventListener("online", save);
  }, [pen]);
  const submitting = useNavigation().state === "submitting";
  const update = (event: FormEvent<HTMLFormElement>) => {
    take(event.currentTarget);
    keepSheet(sheet, event.currentTarget, typedUpon(version, newer !== null), false);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const target = event.currentTarget;
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    if (submitter?.hasAttribute("formaction")) {
      event.preventDefault();
      // The writer has decided: also where the connection is lost on the way.
      keepSheet(sheet, target, version, false);
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
      ref={paper}
      onInput={update}
      onBlur={(event) => pen.save(event.currentTarget)}
      onSubmit={submit}
      onKeyDown={(event) => pressSheetKey(event, rubric.levels)}
      noValidate
    >
      <FormProblems form={form} reply={reply} about={nameOf} />
      {sheet.carried > 0 && (
        <div className="mb-6">
          <Alert title={t("selection.sheet.carriedTitle")} role="note">
            {t("selection.sheet.carried", { count: sheet.carried })}
          </Alert>
        </div>
      )}
      {newer && <NewerNotice sheet={sheet} save={saveButton(t("selection.sheet.keepMine"))} />}
      <SheetKeysHelp levels={rubric.levels} />
      <input type="hidden" name={fields.version.name} value={version} />
      <SheetProgress sheet={sheet} entries={entries}>
        {newer ? (
          <a href={`#${NOTICE}`}>{t("selection.sheet.seeBoth")}</a>
        ) : (
          saveButton(t("selection.sheet.saveDraft"))
        )}
        <AutosaveNote
          state={state}
          savedAt={sheet.savedAt}
          changed={t("selection.sheet.changed")}
          offline={t("selection.sheet.offlineKept")}
        />
      </SheetProgress>
      <SheetCriteria
        criteria={rubric.criteria}
        questions={sheet.questions}
        rows={fields.entries.getFieldList()}
        entries={entries}
        newer={newer}
        say={say}
      />
      <FormActions note={t("selection.sheet.final")}>
        <Button disabled={submitting}>{t("selection.sheet.submit")}</Button>
      </FormActions>
    </Form>
  );
}

/** What a refused form was filled in with. */
const typedIn = (reply: FormReply | undefined): readonly SheetEntry[] | null =>
  rowsIn(reply?.lastResult.initialValue)?.map(keptEntry) ?? null;

/** What stands in the form, as the server would read it. */
function entriesIn(form: HTMLFormElement, count: number): readonly SheetEntry[] {
  const posted = new FormData(form);
  const said = (n: number, field: string) => String(posted.get(`entries[${n}].${field}`) ?? "");
  return Array.from({ length: count }, (_, n) =>
    keptEntry({
      ...{ criterionId: said(n, "criterionId"), mark: said(n, "mark") },
      ...{ evidence: said(n, "evidence"), confidence: said(n, "confidence") },
    }),
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
            <LinkButton
              to={paths.sheet(sheet.panelId, sheet.candidacyId)}
              size="small"
              reloadDocument
              onClick={() => forgetSheet(sheet)}
            >
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
