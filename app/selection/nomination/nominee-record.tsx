import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Fieldset } from "#app/ui/choice-field.tsx";
import { TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { CareerFields } from "./career-fields.tsx";
import { LanguageFields } from "./language-fields.tsx";
import type { DraftPage } from "./nominee-draft.queries.server.ts";
import type { SectionProps } from "./nominee-fields.ts";
import type { GrowingList } from "./nominee-file.ts";
import { RowFields } from "./row-fields.tsx";

interface Props extends SectionProps {
  readonly draftId: string;
  readonly languages: DraftPage["languages"];
}

/** What the nominee has done: posts, missions, studies, courses and languages. */
export function NomineeRecord({ fields, say, languages, draftId }: Props) {
  const t = useT();
  const errorsOf = (field: { readonly errors?: readonly string[] | undefined }) =>
    field.errors?.map(say) ?? [];
  const addRow = (list: GrowingList) => (
    <div className="pt-3">
      <Button variant="secondary" size="small" name="addRow" value={list} formAction={paths.draft(draftId)}>
        {t(`nominating.row.add.${list}`)}
      </Button>
    </div>
  );
  return (
    <>
      <Fieldset legend={t("nominating.section.now")} id="now">
        <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
          <TextField
            {...fieldProps(fields.currentPost, say)}
            label={t("selection.dossier.currentPost")}
            maxLength={200}
          />
          <TextField
            {...fieldProps(fields.seniorYears, say)}
            type="number"
            width="short"
            min={0}
            max={60}
            label={t("selection.dossier.seniorYears")}
          />
        </div>
      </Fieldset>
      <Fieldset
        legend={t("selection.dossier.languages")}
        id={fields.languages.id}
        errors={errorsOf(fields.languages)}
      >
        <LanguageFields rows={fields.languages.getFieldList()} languages={languages} say={say} />
      </Fieldset>
      <Fieldset
        legend={t("nominating.section.posts")}
        id={fields.posts.id}
        hint={t("selection.consent.careerHint")}
        errors={errorsOf(fields.posts)}
      >
        {fields.posts.getFieldList().map((row, at) => (
          <CareerFields key={row.key} number={at + 1} fields={row.getFieldset()} say={say} />
        ))}
        {addRow("posts")}
      </Fieldset>
      <Fieldset
        legend={t("nominating.section.missions")}
        id={fields.missions.id}
        errors={errorsOf(fields.missions)}
      >
        {fields.missions.getFieldList().map((row, at) => {
          const { mission, role, from, to } = row.getFieldset();
          return (
            <RowFields
              key={row.key}
              legend={t("nominating.row.mission", { number: at + 1 })}
              say={say}
              fields={[
                { field: mission, label: t("nominating.row.missionName"), kind: "text" },
                { field: role, label: t("nominating.row.role"), kind: "text" },
                { field: from, label: t("selection.consent.from"), kind: "date" },
                { field: to, label: t("selection.consent.to"), kind: "date" },
              ]}
            />
          );
        })}
        {addRow("missions")}
      </Fieldset>
      <Fieldset
        legend={t("nominating.section.education")}
        id={fields.education.id}
        errors={errorsOf(fields.education)}
      >
        {fields.education.getFieldList().map((row, at) => {
          const { degree, institution, year } = row.getFieldset();
          return (
            <RowFields
              key={row.key}
              legend={t("nominating.row.study", { number: at + 1 })}
              say={say}
              fields={[
                { field: degree, label: t("nominating.row.degree"), kind: "text" },
                { field: institution, label: t("nominating.row.institution"), kind: "text" },
                { field: year, label: t("nominating.row.year"), kind: "year" },
              ]}
            />
          );
        })}
        {addRow("education")}
      </Fieldset>
      <Fieldset
        legend={t("nominating.section.courses")}
        id={fields.courses.id}
        errors={errorsOf(fields.courses)}
      >
        {fields.courses.getFieldList().map((row, at) => {
          const { name, organiser, year } = row.getFieldset();
          return (
            <RowFields
              key={row.key}
              legend={t("nominating.row.course", { number: at + 1 })}
              say={say}
              fields={[
                { field: name, label: t("nominating.row.courseName"), kind: "text" },
                { field: organiser, label: t("nominating.row.organiser"), kind: "text" },
                { field: year, label: t("nominating.row.year"), kind: "year" },
              ]}
            />
          );
        })}
        {addRow("courses")}
      </Fieldset>
    </>
  );
}
