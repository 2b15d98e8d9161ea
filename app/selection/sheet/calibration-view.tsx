import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Fieldset } from "#app/ui/choice-field.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { Agreed } from "./agreed.tsx";
import { AGREED_MOST } from "./calibration.ts";
import type { CalibrationPage } from "./calibration-page.ts";
import { SampleSpread } from "./sample-spread.tsx";

/** What the reader should do next on a calibration, or what it waits for. */
export function CalibrationNotice({ page }: { readonly page: CalibrationPage }) {
  const { t, format } = useLanguage();
  if (page.opened) {
    return (
      <Alert
        tone="good"
        title={t("calibration.opened", { at: format.dateTime(page.opened.at) })}
        actions={
          page.mayAgree && (
            <LinkButton to={paths.endCalibration(page.panelId)}>{t("calibration.end")}</LinkButton>
          )
        }
      >
        {page.opened.reason && <p>{t("calibration.openedEarly", { reason: page.opened.reason })}</p>}
        <p>{t(page.open ? "calibration.openedText" : "calibration.over")}</p>
      </Alert>
    );
  }
  return (
    <Alert
      tone={page.ownSheet === "open" ? "warn" : "info"}
      title={t(page.ownSheet === "open" ? "calibration.scoreFirst" : "calibration.closed")}
      actions={
        <>
          {page.ownSheet !== "none" && (
            <LinkButton
              to={paths.sampleSheet(page.panelId)}
              variant={page.ownSheet === "open" ? "primary" : "secondary"}
            >
              {t("calibration.sheet")}
            </LinkButton>
          )}
          {page.mayOpen && (
            <LinkButton to={paths.openSamples(page.panelId)}>{t("calibration.openEarly")}</LinkButton>
          )}
        </>
      }
    >
      {t("calibration.closedText")}
    </Alert>
  );
}

/** Who has handed in, for whom it is told. */
export function SampleMembers({ page }: { readonly page: CalibrationPage }) {
  const { t } = useLanguage();
  return (
    <DataTable
      caption={t("selection.panel.members")}
      captionHidden
      rows={page.members}
      rowKey={({ memberId }) => memberId}
      empty={null}
      columns={[
        { key: "name", header: t("selection.panel.memberName"), rowHeader: true, cell: ({ name }) => name },
        {
          key: "sheet",
          header: t("calibration.sheetOf"),
          cell: ({ submitted }) =>
            submitted === null ? (
              "–"
            ) : (
              <Badge tone={submitted ? "good" : "warn"}>
                {t(submitted ? "selection.sheet.state.submitted" : "calibration.wanting")}
              </Badge>
            ),
        },
      ]}
    />
  );
}

interface AgreementProps {
  readonly page: CalibrationPage;
  readonly reply: FormReply | undefined;
}

interface Fields {
  version: string;
  notes: { criterionId: string; text: string }[];
}

/** Each criterion with the spread of its levels and what was agreed: for the chair to write, for everybody to read. */
export function LevelAgreement({ page, reply }: AgreementProps) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const noteOn = (criterionId: string) =>
    page.notes.find((note) => note.criterionId === criterionId)?.text ?? "";
  const [form, fields] = useForm<Fields>({
    id: "agreement",
    lastResult: reply?.lastResult,
    defaultValue: {
      version: String(page.version),
      notes: page.rubric.criteria.map(({ id }) => ({ criterionId: id, text: noteOn(id) })),
    },
  });
  const rows = fields.notes.getFieldList();
  const criteria = page.rubric.criteria.map((criterion, place) => {
    const spread = page.spreads.find(({ criterionId }) => criterionId === criterion.id);
    const row = rows[place]?.getFieldset();
    return (
      <Fieldset
        key={criterion.id}
        legend={`${place + 1}. ${inLanguage(format.locale, criterion.name)}`}
        id={`agreement-${place}`}
      >
        {spread && <SampleSpread page={page} criterion={criterion} spread={spread} />}
        {page.mayAgree && row ? (
          <>
            <input type="hidden" name={row.criterionId.name} value={criterion.id} />
            <TextArea
              {...fieldProps(row.text, say)}
              label={t("calibration.agreed")}
              mark={spread?.apart ? undefined : t("selection.conflict.ifAny")}
              maxLength={AGREED_MOST}
              rows={2}
            />
          </>
        ) : (
          noteOn(criterion.id) && <Agreed text={noteOn(criterion.id)} />
        )}
      </Fieldset>
    );
  });
  if (!page.mayAgree) return <div className="space-y-8">{criteria}</div>;
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name={fields.version.name} value={page.version} />
      <div className="space-y-8">{criteria}</div>
      <FormActions note={t("calibration.agreedNote")}>
        <Button>{t("calibration.keepAgreed")}</Button>
      </FormActions>
    </Form>
  );
}
