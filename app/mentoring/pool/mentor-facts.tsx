import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { MentorProfilePage } from "./mentor.queries.server.ts";

type Known = Pick<
  MentorProfilePage,
  "biography" | "topics" | "mandateTypes" | "languages" | "timeZone" | "career"
>;

/** Who a mentor is and what they can help with: what overseers and the person proposed to them read. */
export function MentorFacts({ mentor }: { readonly mentor: Known }) {
  const { t, format } = useLanguage();
  const listed = (words: readonly string[]) =>
    words.length > 0 ? format.list(words) : t("mentoring.mentor.notStated");
  return (
    <DefinitionList
      items={[
        {
          term: t("mentoring.mentor.biography"),
          detail: <span className="whitespace-pre-line">{mentor.biography}</span>,
        },
        { term: t("mentoring.mentor.career"), detail: <Career posts={mentor.career} /> },
        {
          term: t("mentoring.mentor.topics"),
          detail: listed(mentor.topics.map((topic) => t(`mentoring.topic.${topic}`))),
        },
        {
          term: t("mentoring.mentor.mandates"),
          detail: listed(mentor.mandateTypes.map((type) => t(`mentoring.mandate.${type}`))),
        },
        {
          term: t("mentoring.mentor.languages"),
          detail: listed(
            mentor.languages.map((language) =>
              t("mentoring.mentor.languageOf", {
                language: nameIn(format.locale, language),
                level: t(`mentoring.languageLevel.${levelOf(language.level)}`),
              }),
            ),
          ),
        },
        { term: t("mentoring.mentor.timeZone"), detail: mentor.timeZone.replaceAll("_", " ") },
      ]}
    />
  );
}

const levelOf = (level: number) => (level >= 3 ? "3" : level === 2 ? "2" : "1");

function Career({ posts }: { readonly posts: Known["career"] }) {
  const { t, format } = useLanguage();
  if (posts.length === 0) return t("mentoring.mentor.notStated");
  return (
    <ul>
      {posts.map(({ id, title, employer, roleKind, mission, startYear, endYear }) => (
        <li key={id}>
          {[roleKind ? nameIn(format.locale, roleKind) : title, mission?.acronym ?? employer]
            .filter(Boolean)
            .join(", ")}{" "}
          <span className="text-muted">
            {t("mentoring.mentor.yearsOf", { from: String(startYear), to: endYear ? String(endYear) : "" })}
          </span>
        </li>
      ))}
    </ul>
  );
}
