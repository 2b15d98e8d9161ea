import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { LEVELS, RANKS } from "#app/selection/nomination/grade.ts";
import { RequirementFields } from "#app/selection/screening/requirement-fields.tsx";
import { type NamedLanguage, USUAL_REQUIREMENTS } from "#app/selection/screening/requirements.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField } from "#app/ui/choice-field.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { SHORTLIST } from "./vacancy.ts";

interface DraftablePost {
  readonly id: string;
  readonly level: string;
  readonly roleKind: { readonly nameEn: string; readonly nameFr: string };
  readonly mission: { readonly acronym: string };
  readonly heldUntil: string | null;
  readonly languages: readonly string[];
}

interface Props {
  readonly posts: readonly DraftablePost[];
  readonly languages: readonly NamedLanguage[];
  /** The post the page was asked for, if any. */
  readonly chosen: string | null;
  readonly reply: FormReply | undefined;
}

interface Fields {
  postId: string;
  shortlistSize: string;
  seniorYears: string;
  level: string;
  rank: string;
  fieldMissions: string;
  deployableDays: string;
  languages: string[];
  excludeHost: string;
}

/** Which post, how many names, and what a candidate must bring. */
export function VacancyForm({ posts, languages, chosen, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "vacancy",
    lastResult: reply?.lastResult,
    defaultValue: {
      postId: chosen ?? "",
      shortlistSize: String(SHORTLIST.usual),
      seniorYears: String(USUAL_REQUIREMENTS.seniorYears),
      fieldMissions: String(USUAL_REQUIREMENTS.fieldMissions),
      deployableDays: String(USUAL_REQUIREMENTS.deployableDays),
      languages: [...(posts.find(({ id }) => id === chosen)?.languages ?? ["en"])],
      excludeHost: "on",
    },
  });
  const labelOf = (post: DraftablePost) => {
    const title = `${caseTitle(format.locale, post)} (${post.level})`;
    return post.heldUntil
      ? t("selection.vacancy.postHeld", { post: title, date: format.date(post.heldUntil) })
      : title;
  };
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <FormStack>
        <SelectField
          {...fieldProps(fields.postId, say)}
          label={t("selection.post.one")}
          placeholder={t("selection.vacancy.choosePost")}
          options={posts.map((post) => ({ value: post.id, label: labelOf(post) }))}
          required
        />
        <TextField
          {...fieldProps(fields.shortlistSize, say)}
          type="number"
          width="short"
          min={SHORTLIST.least}
          max={SHORTLIST.most}
          label={t("selection.vacancy.shortlist")}
          hint={t("selection.vacancy.shortlistHint")}
          required
        />
      </FormStack>
      <RequirementFields
        fields={fields}
        languages={languages}
        say={say}
        last={
          <CheckboxField
            {...fieldProps(fields.excludeHost, say)}
            label={t("selection.requirement.hostField")}
          />
        }
      >
        <div className="grid gap-x-6 gap-y-5 sm:grid-cols-3">
          <SelectField
            {...fieldProps(fields.level, say)}
            label={t("vetting.requirement.levelField")}
            placeholder={t("vetting.requirement.none")}
            options={LEVELS.map((value) => ({ value, label: value }))}
          />
          <SelectField
            {...fieldProps(fields.rank, say)}
            label={t("vetting.requirement.rankField")}
            placeholder={t("vetting.requirement.none")}
            options={RANKS.map((value) => ({ value, label: t(`vetting.requirement.rank.${value}`) }))}
          />
        </div>
      </RequirementFields>
      <FormActions note={t("selection.vacancy.draftNote")}>
        <Button>{t("selection.vacancy.saveDraft")}</Button>
      </FormActions>
    </Form>
  );
}
