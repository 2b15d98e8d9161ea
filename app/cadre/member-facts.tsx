import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { MembershipState } from "./lifecycle.ts";

export interface MemberFactsProps {
  readonly state: MembershipState;
  readonly enteredVia: string;
  readonly enteredAt: string;
  readonly confirmedAt: string | null;
  readonly availableFrom: string | null;
  readonly person: {
    readonly gender: "woman" | "man" | "another" | "notStated";
    readonly nationalities: readonly string[];
    readonly languages: readonly {
      readonly level: number;
      readonly language: { readonly nameEn: string; readonly nameFr: string };
    }[];
    readonly career: readonly {
      readonly id: string;
      readonly title: string;
      readonly employer: string;
      readonly startYear: number;
      readonly endYear: number | null;
    }[];
  };
}

const LEVELS = ["1", "2", "3"] as const;

/** What the programme holds about a member, apart from readiness. */
export function MemberFacts({
  state,
  enteredVia,
  enteredAt,
  confirmedAt,
  availableFrom,
  person,
}: MemberFactsProps) {
  const { t, format } = useLanguage();
  const via = enteredVia === "panel" || enteredVia === "call" ? enteredVia : "direct";
  const languages = person.languages.map(({ level, language }) =>
    t("cadre.languageWithLevel", {
      language: nameIn(format.locale, language),
      level: t(`cadre.languageLevel.${LEVELS[level - 1] ?? "1"}`),
    }),
  );
  const career = person.career.map((post) => (
    <li key={post.id}>
      {t("cadre.member.since", {
        title: post.title,
        employer: post.employer,
        start: String(post.startYear),
        end: post.endYear === null ? t("cadre.member.today") : String(post.endYear),
      })}
    </li>
  ));
  return (
    <DefinitionList
      items={[
        { term: t("cadre.member.state"), detail: t(`cadre.state.${state}`) },
        { term: t("cadre.member.via"), detail: t(`cadre.via.${via}`) },
        { term: t("cadre.member.enteredAt"), detail: format.date(enteredAt) },
        {
          term: t("cadre.member.confirmedAt"),
          detail: confirmedAt ? format.date(confirmedAt) : t("cadre.member.never"),
        },
        {
          term: t("cadre.member.availableFrom"),
          detail: availableFrom ? format.date(availableFrom) : t("cadre.member.notStated"),
        },
        { term: t("cadre.member.gender"), detail: t(`cadre.gender.${person.gender}`) },
        { term: t("cadre.member.nationality"), detail: person.nationalities.join(", ") },
        {
          term: t("cadre.member.languages"),
          detail: languages.length > 0 ? format.list(languages) : t("cadre.member.notStated"),
        },
        {
          term: t("cadre.member.career"),
          detail: career.length > 0 ? <ul>{career}</ul> : t("cadre.member.noCareer"),
        },
      ]}
    />
  );
}
