import type { FieldMetadata, FormMetadata } from "@conform-to/react";
import { GENDERS } from "#app/gender/counts.ts";
import { useT } from "#app/i18n/provider.tsx";
import { typedSpan } from "#app/selection/nomination/career-date.ts";
import { CareerRows } from "#app/selection/nomination/career-fields.tsx";
import { LanguageFields } from "#app/selection/nomination/language-fields.tsx";
import { CAREER_ROWS, type CareerEntry, VISION_WORDS } from "#app/selection/nomination/profile.ts";
import { Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { DateTimeField, TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps, type Say } from "#app/ui/field-props.ts";
import type { CandidateFileContent } from "./candidate-file.ts";

/** A file as a form holds it: everything text. */
export interface FileForm {
  gender: string;
  birthDate: string;
  currentPost: string;
  seniorYears: string;
  fieldMissions: string;
  deployableDays: string;
  visionStatement: string;
  languages: { code: string; level: string }[];
  career: {
    title: string;
    employer: string;
    supervisor: string;
    from: string;
    to: string;
    peopleLed: string;
    budget: string;
  }[];
}

interface Props {
  /** What makes a button of the form ask for another post. */
  readonly adding: ReturnType<FormMetadata["insert"]["getButtonProps"]>;
  readonly fields: { readonly [K in keyof FileForm]: FieldMetadata<FileForm[K]> };
  readonly languages: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[];
  readonly say: Say;
}

/** What a candidate says of themselves: about them, the languages they work in, the posts they held. */
export function FileFields({ adding, fields, languages, say }: Props) {
  const t = useT();
  const number = { type: "number", width: "short", required: true } as const;
  return (
    <>
      <Fieldset legend={t("selection.consent.about")} id="about">
        <RadioGroup
          {...fieldProps(fields.gender, say)}
          label={t("selection.person.gender")}
          options={GENDERS.map((value) => ({ value, label: t(`selection.gender.${value}`) }))}
          layout="row"
          required
        />
        <DateTimeField
          {...fieldProps(fields.birthDate, say)}
          label={t("selection.file.birthDate")}
          hint={t("selection.file.birthDateHint")}
          mark={t("selection.conflict.ifAny")}
        />
        <TextField
          {...fieldProps(fields.currentPost, say)}
          label={t("selection.dossier.currentPost")}
          maxLength={200}
          required
        />
        <div className="grid gap-x-6 gap-y-5 sm:grid-cols-3">
          <TextField
            {...fieldProps(fields.seniorYears, say)}
            {...number}
            label={t("selection.dossier.seniorYears")}
            min={0}
            max={60}
          />
          <TextField
            {...fieldProps(fields.fieldMissions, say)}
            {...number}
            label={t("selection.dossier.fieldMissions")}
            min={0}
            max={30}
          />
          <TextField
            {...fieldProps(fields.deployableDays, say)}
            {...number}
            label={t("selection.consent.deployableDays")}
            min={1}
            max={365}
          />
        </div>
        <TextArea
          {...fieldProps(fields.visionStatement, say)}
          label={t("selection.dossier.vision")}
          hint={t("selection.consent.visionHint", { words: VISION_WORDS })}
          rows={8}
          required
        />
      </Fieldset>
      <Fieldset
        legend={t("selection.dossier.languages")}
        id={fields.languages.id}
        errors={fields.languages.errors?.map(say) ?? []}
      >
        <LanguageFields rows={fields.languages.getFieldList()} languages={languages} say={say} />
      </Fieldset>
      <Fieldset legend={t("selection.dossier.career")} id="career" hint={t("selection.consent.careerHint")}>
        <CareerRows rows={fields.career} adding={adding} say={say} />
      </Fieldset>
    </>
  );
}

const textOf = (value: number | string | null | undefined) => (value == null ? "" : String(value));

type OnFile = Omit<
  CandidateFileContent,
  "givenName" | "familyName" | "nationalities" | "career" | NotAsked
> & {
  readonly career: readonly (Omit<CareerEntry, "supervisor"> & { readonly supervisor?: string | null })[];
};
/** What only a nominator states. */
type NotAsked = "service" | "rank" | "missions" | "education" | "courses";

/** What the fields start from: the file as it stands, a row for every language there is, and rows to add posts in. */
export function fileDefaults(file: OnFile, languages: Props["languages"]): FileForm {
  return {
    gender: file.gender === "notStated" ? "" : file.gender,
    birthDate: textOf(file.birthDate),
    currentPost: textOf(file.currentPost),
    seniorYears: textOf(file.seniorYears),
    fieldMissions: textOf(file.fieldMissions),
    deployableDays: textOf(file.deployableDays),
    visionStatement: textOf(file.visionStatement),
    languages: languages.map(({ code }) => ({
      code,
      level: textOf(file.languages.find((known) => known.code === code)?.level),
    })),
    career: Array.from({ length: Math.max(CAREER_ROWS, file.career.length + 2) }, (_, row) => {
      const post = file.career[row];
      return {
        title: textOf(post?.title),
        employer: textOf(post?.employer),
        supervisor: textOf(post?.supervisor),
        ...(post ? typedSpan(post) : { from: "", to: "" }),
        peopleLed: textOf(post?.peopleLed),
        budget: textOf(post?.budgetThousands),
      };
    }),
  };
}
