import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, placeIn, useFormWords } from "#app/access/form-words.tsx";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { FormActions } from "#app/ui/form.tsx";
import type { SampleSheetPage } from "./calibration-page.ts";
import { SampleText } from "./sample-text.tsx";
import { pressSheetKey, SheetKeysHelp } from "./score-sheet-keyboard.tsx";
import { SheetCriteria, type SheetFields, sheetDefaults } from "./sheet-criteria.tsx";

interface Props {
  readonly sheet: SampleSheetPage;
  readonly title: string;
  readonly reply: FormReply | undefined;
}

/** A member's own sheet on the sample case: the file above it, the panel's rubric below, as the desk will have it. */
export function SampleSheet({ sheet, title, reply }: Props) {
  const { t, format } = useLanguage();
  const back = <LinkButton to={paths.calibration(sheet.panelId)}>{t("calibration.title")}</LinkButton>;
  return (
    <>
      <PanelHeader
        vacancy={sheet.vacancy}
        panelId={sheet.panelId}
        title={title}
        lead={t("calibration.sheetLead")}
        actions={back}
      />
      <Section title={t("calibration.case")}>
        <SampleText sample={sheet.sample} />
      </Section>
      {sheet.open || reply ? (
        <SampleSheetForm sheet={sheet} reply={reply} />
      ) : (
        <Alert
          tone={sheet.submittedAt ? "good" : "info"}
          title={
            sheet.submittedAt
              ? t("selection.sheet.submittedAt", { at: format.dateTime(sheet.submittedAt) })
              : t("refusal.notCalibrating")
          }
          actions={back}
        />
      )}
    </>
  );
}

/** The button that saves comes first, so that Enter never hands in for good. */
function SampleSheetForm({ sheet, reply }: Omit<Props, "title">) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const { rubric, panelId } = sheet;
  const [form, fields] = useForm<SheetFields & { version: string }>({
    id: "sample-sheet",
    lastResult: reply?.lastResult,
    defaultValue: { version: String(sheet.version), ...sheetDefaults(rubric.criteria, sheet.entries) },
  });
  const nameOf = (field: string) => {
    const criterion = rubric.criteria[placeIn(field)];
    return criterion && inLanguage(format.locale, criterion.name);
  };
  return (
    <Form
      method="post"
      action={paths.sampleSheet(panelId)}
      id={form.id}
      onKeyDown={(event) => pressSheetKey(event, rubric.levels)}
      noValidate
    >
      <FormProblems form={form} reply={reply} about={nameOf} />
      <input type="hidden" name={fields.version.name} value={sheet.version} />
      <SheetKeysHelp levels={rubric.levels} />
      <div className="mb-6">
        <Button variant="secondary" size="small" formAction={paths.saveSample(panelId)}>
          {t("selection.sheet.saveDraft")}
        </Button>
      </div>
      <SheetCriteria
        criteria={rubric.criteria}
        rows={fields.entries.getFieldList()}
        entries={sheet.entries}
        newer={null}
        say={say}
      />
      <FormActions note={t("calibration.final")}>
        <Button>{t("calibration.submit")}</Button>
      </FormActions>
    </Form>
  );
}
