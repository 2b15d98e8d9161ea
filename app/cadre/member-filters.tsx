import { Form } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { regionName } from "#app/selection/needs/region.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { LISTED_STATES, MEMBER_STANDINGS } from "./lifecycle.ts";
import {
  CLEARANCE_STANDINGS,
  CONTACT_STANDINGS,
  type Facet,
  type FacetCounts,
  type MemberSearch,
  SEARCH_GENDERS,
  SEARCH_LANGUAGE_LEVELS,
  SEARCH_LENGTH,
} from "./member-search.ts";
import { READINESS_LEVELS } from "./readiness.ts";
import type { RoleKindChoice } from "./readiness-fields.tsx";

interface Props {
  readonly roleKinds: readonly RoleKindChoice[];
  readonly languages: readonly RoleKindChoice[];
  readonly regions: readonly string[];
  readonly counts: FacetCounts;
  readonly chosen: MemberSearch;
}

type Choice = readonly [value: string, label: string];

/** Searches and narrows the list, with how many each choice would find; a plain GET form. */
export function MemberFilters({ roleKinds, languages, regions, counts, chosen }: Props) {
  const { t, format } = useLanguage();
  const named = (kinds: readonly RoleKindChoice[]) =>
    kinds.map((kind): Choice => [kind.code, nameIn(format.locale, kind)]);
  const facet = (name: Facet, label: string, choices: readonly Choice[]) => (
    <SelectField
      key={name}
      id={name}
      name={name}
      label={label}
      defaultValue={chosen[name]}
      placeholder={t("cadre.list.all")}
      options={choices.map(([value, text]) => ({
        value,
        label: t("cadre.search.option", { label: text, count: counts[name][value] ?? 0 }),
      }))}
    />
  );
  return (
    <Form method="get" role="search" className="mb-5 flex flex-wrap items-end gap-4">
      <TextField
        id="q"
        name="q"
        type="search"
        label={t("cadre.search.words")}
        hint={t("cadre.search.wordsHint")}
        defaultValue={chosen.q}
        maxLength={SEARCH_LENGTH}
      />
      {facet("role", t("cadre.member.roleKind"), named(roleKinds))}
      {facet(
        "level",
        t("cadre.member.level"),
        READINESS_LEVELS.map((value) => [value, t(`cadre.readiness.${value}`)]),
      )}
      {facet("language", t("cadre.search.language"), named(languages))}
      {facet(
        "speaks",
        t("cadre.search.speaks"),
        SEARCH_LANGUAGE_LEVELS.map((value) => [value, t(`cadre.languageLevel.${value}`)]),
      )}
      {facet(
        "region",
        t("cadre.search.region"),
        regions.map((value) => [value, t(regionName(value))]),
      )}
      {facet(
        "gender",
        t("cadre.member.gender"),
        SEARCH_GENDERS.map((value) => [value, t(`cadre.gender.${value}`)]),
      )}
      {facet(
        "clearance",
        t("cadre.search.clearance"),
        CLEARANCE_STANDINGS.map((value) => [value, t(`cadre.search.clearance.${value}`)]),
      )}
      {facet(
        "contact",
        t("cadre.search.contact"),
        CONTACT_STANDINGS.map((value) => [value, t(`cadre.search.contact.${value}`)]),
      )}
      {facet(
        "state",
        t("cadre.member.state"),
        LISTED_STATES.map((value) => [value, t(`cadre.state.${value}`)]),
      )}
      <SelectField
        id="standing"
        name="standing"
        label={t("cadre.member.standing")}
        defaultValue={chosen.standing}
        placeholder={t("cadre.list.all")}
        options={MEMBER_STANDINGS.map((value) => ({ value, label: t(`cadre.list.${value}`) }))}
      />
      <Button variant="secondary">{t("cadre.search.submit")}</Button>
    </Form>
  );
}
