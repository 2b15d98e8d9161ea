import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { availabilityWords } from "./availability-words.ts";
import type { MemberDetail } from "./member.queries.server.ts";
import { CADRE_PURPOSES } from "./member-profile.ts";

type Props = Pick<
  MemberDetail,
  | "state"
  | "enteredVia"
  | "enteredAt"
  | "confirmedAt"
  | "lapsedAt"
  | "inPostUntil"
  | "availableFrom"
  | "availableUntil"
  | "deployableWithin"
  | "seniorYears"
  | "fieldMissions"
  | "impossibleIn"
  | "consents"
  | "person"
> & {
  /** It is the reader's own. */
  readonly own?: boolean;
};

const LEVELS = ["1", "2", "3"] as const;

/** What the programme holds about a member, apart from readiness. */
export function MemberFacts(member: Props) {
  const { state, enteredVia, enteredAt, confirmedAt, person } = member;
  const { t, format } = useLanguage();
  const orNot = (text: string | number | null) =>
    text === null ? t("cadre.member.notStated") : String(text);
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
        ...(member.lapsedAt
          ? [{ term: t("cadre.member.lapsedAt"), detail: format.date(member.lapsedAt) }]
          : []),
        ...(member.inPostUntil
          ? [
              {
                term: t("cadre.member.inPost"),
                detail: t("cadre.member.inPostUntil", { date: format.date(member.inPostUntil) }),
              },
            ]
          : []),
        {
          term: t("cadre.member.availability"),
          detail: orNot(availabilityWords(t, format, member.availableFrom, member.availableUntil)),
        },
        {
          term: t("cadre.member.deployable"),
          detail: member.deployableWithin
            ? t("cadre.member.withinDays", { days: member.deployableWithin })
            : t("cadre.member.notStated"),
        },
        { term: t("cadre.profile.seniorYears"), detail: orNot(member.seniorYears) },
        { term: t("cadre.profile.fieldMissions"), detail: orNot(member.fieldMissions) },
        {
          term: t("cadre.profile.impossibleStates"),
          detail:
            member.impossibleIn.length > 0 ? format.list(member.impossibleIn) : t("cadre.member.nowhere"),
        },
        {
          term: t(member.own ? "cadre.own.consents" : "cadre.profile.consents"),
          detail: (
            <ul>
              {CADRE_PURPOSES.map((purpose) => {
                const given = member.consents.find((one) => one.purpose === purpose)?.given;
                return (
                  <li key={purpose}>
                    {t("cadre.purpose.stands", {
                      purpose: t(`cadre.purpose.${purpose}`),
                      given: t(given ? "cadre.purpose.given" : "cadre.purpose.notGiven"),
                    })}
                  </li>
                );
              })}
            </ul>
          ),
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
