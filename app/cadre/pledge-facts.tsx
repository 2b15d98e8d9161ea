import { useLanguage } from "#app/i18n/provider.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { PledgeBadge } from "./pledge-badge.tsx";
import type { StatePledgePage } from "./state-pledge.queries.server.ts";

type Step = StatePledgePage["steps"][number];

/** What was pledged, and each level that it came to. */
export function PledgeFacts({ pledge }: { readonly pledge: StatePledgePage }) {
  const { t, format } = useLanguage();
  const { level, readyDays, words, steps } = pledge;
  const begun: Step = { level: "pledged", evidence: "", takenOn: pledge.pledgedOn };
  const told = [begun, ...steps].some(({ evidence }) => evidence !== "");
  return (
    <>
      {level === "withdrawn" && <Alert title={t("pledge.takenBack")} />}
      <DefinitionList
        items={[
          { term: t("pledge.level"), detail: <PledgeBadge level={level} readyDays={readyDays} /> },
          { term: t("pledge.quantity"), detail: format.number(pledge.quantity) },
          ...(pledge.counted === null
            ? []
            : [{ term: t("pledge.countedSoFar"), detail: format.number(pledge.counted) }]),
          {
            term: t("pledge.dueOn"),
            detail: (
              <>
                {format.date(pledge.dueOn)} {pledge.late && <Badge tone="warn">{t("pledge.late")}</Badge>}
              </>
            ),
          },
          ...(words === "" ? [] : [{ term: t("pledge.stateWords"), detail: words }]),
        ]}
      />
      <Section title={t("pledge.steps")}>
        <DataTable
          caption={t("pledge.steps")}
          captionHidden
          stacks
          rows={[begun, ...steps]}
          rowKey={(step) => step.level}
          empty={null}
          columns={[
            {
              key: "level",
              header: t("pledge.level"),
              rowHeader: true,
              cell: (step) => t(`pledge.level.${step.level}`),
            },
            {
              key: "on",
              header: t("pledge.reachedOn"),
              nowrap: true,
              cell: ({ takenOn }) => format.date(takenOn),
            },
            ...(told
              ? [
                  {
                    key: "evidence",
                    header: t("pledge.evidence"),
                    cell: ({ evidence }: Step) => evidence || "–",
                  },
                ]
              : []),
          ]}
        />
      </Section>
    </>
  );
}
