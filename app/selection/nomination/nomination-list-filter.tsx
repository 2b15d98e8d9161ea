import { Form } from "@remix-run/react";
import { GENDERS } from "#app/gender/counts.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { listedStageWords } from "./listed-stage-words.ts";
import { LISTED_STAGES, type ListFilter } from "./nomination-list.ts";

interface Props {
  readonly filter: ListFilter;
  readonly states: readonly { readonly value: string; readonly label: string }[];
  readonly roleKinds: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[];
}

/** What the list of nominations is narrowed by: name, state, stage, gender and kind of post. */
export function NominationListFilter({ filter, states, roleKinds }: Props) {
  const { t, format } = useLanguage();
  const any = t("vetting.list.any");
  return (
    <Form method="get" role="search" className="mb-4 flex flex-wrap items-end gap-3">
      <TextField
        id="name"
        name="name"
        type="search"
        label={t("vetting.list.search")}
        hint={t("vetting.list.searchHint")}
        defaultValue={filter.name ?? ""}
        maxLength={100}
      />
      <SelectField
        id="state"
        name="state"
        label={t("vetting.list.state")}
        placeholder={any}
        defaultValue={filter.state ?? ""}
        options={states}
      />
      <SelectField
        id="stage"
        name="stage"
        label={t("vetting.list.stage")}
        placeholder={any}
        defaultValue={filter.stage ?? ""}
        options={LISTED_STAGES.map((value) => ({ value, label: listedStageWords(t, value) }))}
      />
      <SelectField
        id="gender"
        name="gender"
        label={t("vetting.list.gender")}
        placeholder={any}
        defaultValue={filter.gender ?? ""}
        options={GENDERS.map((value) => ({ value, label: t(`selection.gender.${value}`) }))}
      />
      <SelectField
        id="roleKind"
        name="roleKind"
        label={t("vetting.list.roleKind")}
        placeholder={any}
        defaultValue={filter.roleKind ?? ""}
        options={roleKinds.map((kind) => ({ value: kind.code, label: nameIn(format.locale, kind) }))}
      />
      <Button variant="secondary">{t("vetting.list.show")}</Button>
      <LinkButton to={paths.candidacies()}>{t("vetting.list.clear")}</LinkButton>
    </Form>
  );
}
