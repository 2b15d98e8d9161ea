import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { regionName } from "#app/selection/needs/region.ts";
import type { MemberSearch } from "./member-search.ts";
import type { RoleKindChoice } from "./readiness-fields.tsx";

interface Props {
  readonly search: MemberSearch;
  readonly roleKinds: readonly RoleKindChoice[];
  readonly languages: readonly RoleKindChoice[];
}

/** What a search looks for, part by part. */
export function SearchWords({ search, roleKinds, languages }: Props) {
  const { t, format } = useLanguage();
  const named = (kinds: readonly RoleKindChoice[], code: string) => {
    const kind = kinds.find((one) => one.code === code);
    return kind ? nameIn(format.locale, kind) : code;
  };
  const { q, role, level, language, speaks, region, gender, clearance, contact, state, standing } = search;
  const parts = [
    q && [t("cadre.search.words"), q],
    role && [t("cadre.member.roleKind"), named(roleKinds, role)],
    level && [t("cadre.member.level"), t(`cadre.readiness.${level}`)],
    language && [t("cadre.search.language"), named(languages, language)],
    speaks && [t("cadre.search.speaks"), t(`cadre.languageLevel.${speaks}`)],
    region && [t("cadre.search.region"), t(regionName(region))],
    gender && [t("cadre.member.gender"), t(`cadre.gender.${gender}`)],
    clearance && [t("cadre.search.clearance"), t(`cadre.search.clearance.${clearance}`)],
    contact && [t("cadre.search.contact"), t(`cadre.search.contact.${contact}`)],
    state && [t("cadre.member.state"), t(`cadre.state.${state}`)],
    standing && [t("cadre.member.standing"), t(`cadre.list.${standing}`)],
  ].filter((part) => part !== undefined && part !== "");
  if (parts.length === 0) return <p>{t("cadre.search.everybody")}</p>;
  return (
    <ul>
      {parts.map(([name = "", value = ""]) => (
        <li key={name}>{t("cadre.search.part", { name, value })}</li>
      ))}
    </ul>
  );
}
