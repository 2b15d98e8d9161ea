import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import type { readProposal } from "#app/mentoring/matching/matching.queries.server.ts";
import { ScoreParts } from "#app/mentoring/matching/score-parts.tsx";
import { isTopic } from "#app/mentoring/pool/mentor.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";

interface Props {
  readonly proposal: Pick<
    NonNullable<Awaited<ReturnType<typeof readProposal>>>,
    "roleKind" | "mission" | "mentor" | "score" | "parts"
  >;
}

/** Why these two: the post, who the mentor is, and what the pair's score is made of. */
export function ProposalFacts({ proposal }: Props) {
  const { t, format } = useLanguage();
  const { roleKind, mission, mentor, score, parts } = proposal;
  return (
    <DefinitionList
      items={[
        {
          term: t("mentoring.engagement.post"),
          detail: `${nameIn(format.locale, roleKind)}, ${mission.acronym}`,
        },
        ...(mentor
          ? [
              { term: t("mentoring.proposal.biography"), detail: mentor.biography },
              { term: t("mentoring.proposal.pledgedBy"), detail: nameIn(format.locale, mentor.pledgedBy) },
              {
                term: t("mentoring.proposal.topics"),
                detail: format.list(
                  mentor.topics.filter(isTopic).map((topic) => t(`mentoring.topic.${topic}`)),
                ),
              },
            ]
          : []),
        {
          term: t("mentoring.run.score"),
          detail: t("mentoring.proposal.score", { score: format.number(score / 100, 1) }),
        },
        { term: t("mentoring.run.parts"), detail: <ScoreParts parts={parts} /> },
      ]}
    />
  );
}
