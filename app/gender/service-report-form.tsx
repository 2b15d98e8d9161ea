import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, placeIn, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Fieldset } from "#app/ui/choice-field.tsx";
import { DateTimeField, FileField, TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import type { ServiceReport } from "./service-report.queries.server.ts";
import { GRADE_ROWS, SERVICE_COMPONENTS } from "./service-report.ts";

interface Fields {
  readonly version: string;
  readonly asOf: string;
  readonly ranks: { women: string; men: string }[];
  readonly rolesOpen: string;
  readonly rolesAll: string;
  readonly rolesNote: string;
  readonly sheet: string;
}

interface Props {
  /** The last report, which the form begins from; null: there was none. */
  readonly last: ServiceReport | null;
  readonly reply: FormReply | undefined;
}

const text = (value: number | null | undefined) => (value == null ? "" : String(value));

/** What a state reports of its services: officers by grade, typed or from a sheet, and roles open to servicewomen. */
export function ServiceReportForm({ last, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "services",
    lastResult: reply?.lastResult,
    defaultValue: {
      ranks: GRADE_ROWS.map(({ component, grade }) => {
        const rank = last?.ranks.find((one) => one.component === component && one.grade === grade);
        return { women: text(rank?.women), men: text(rank?.men) };
      }),
      ...{ rolesOpen: text(last?.rolesOpen), rolesAll: text(last?.rolesAll) },
      rolesNote: last?.rolesNote ?? "",
    },
  });
  const rows = fields.ranks.getFieldList();
  const gradeName = (index: number) => {
    const row = GRADE_ROWS[index];
    return row ? t(`gender.services.grade.${row.grade}`) : undefined;
  };
  return (
    <Form method="post" id={form.id} encType="multipart/form-data" noValidate>
      <FormProblems form={form} reply={reply} about={(field) => gradeName(placeIn(field))} />
      <input type="hidden" name={fields.version.name} value={last?.version ?? 0} />
      <DateTimeField
        {...fieldProps(fields.asOf, say)}
        label={t("gender.services.asOf")}
        hint={t("gender.services.asOfHint")}
        required
      />
      {SERVICE_COMPONENTS.map((component) => (
        <Fieldset
          key={component}
          id={component}
          legend={t(`gender.services.${component}`)}
          hint={t("gender.services.ranksHint")}
        >
          {GRADE_ROWS.map((row, index) => {
            const field = rows[index]?.getFieldset();
            if (row.component !== component || !field) return null;
            return (
              <div key={row.grade} className="grid items-end gap-x-6 gap-y-1 sm:grid-cols-[14rem_8rem_8rem]">
                <p className="font-semibold">{gradeName(index)}</p>
                <TextField
                  {...fieldProps(field.women, say)}
                  label={t("gender.column.woman")}
                  inputMode="numeric"
                  width="short"
                />
                <TextField
                  {...fieldProps(field.men, say)}
                  label={t("gender.column.man")}
                  inputMode="numeric"
                  width="short"
                />
              </div>
            );
          })}
        </Fieldset>
      ))}
      <Fieldset legend={t("gender.services.sheet")} id="from-sheet" hint={t("gender.services.sheetHint")}>
        <FileField
          {...fieldProps(fields.sheet, say)}
          label={t("gender.uniformed.import.file")}
          accept=".csv,.xlsx"
        />
        <p>
          <LinkButton size="small" to={paths.servicesTemplate()} reloadDocument>
            {t("gender.services.template")}
          </LinkButton>
        </p>
      </Fieldset>
      <Fieldset legend={t("gender.services.roles")} id="roles">
        <TextField
          {...fieldProps(fields.rolesOpen, say)}
          label={t("gender.services.rolesOpen")}
          inputMode="numeric"
          width="short"
        />
        <TextField
          {...fieldProps(fields.rolesAll, say)}
          label={t("gender.services.rolesAll")}
          inputMode="numeric"
          width="short"
        />
        <TextArea
          {...fieldProps(fields.rolesNote, say)}
          label={t("gender.services.rolesNote")}
          rows={3}
          maxLength={1000}
        />
      </Fieldset>
      <FormActions note={t("gender.services.note")}>
        <Button>{t("gender.services.report")}</Button>
      </FormActions>
    </Form>
  );
}
