import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { NEED_LEVELS } from "./criterion-weight.ts";
import { DEFAULT_CRITERIA } from "./default-rubric.ts";
import { PHASES } from "./needs.ts";
import type { NeedsBefore } from "./needs-form.tsx";

interface Props {
  readonly needs: NeedsBefore & { readonly createdAt: string };
}

/** What the mission's next leader must be able to do there, as last stated. */
export function MissionNeeds({ needs }: Props) {
  const { t, format } = useLanguage();
  const phase = PHASES.find((one) => one === needs.phase);
  const stated = needs.items
    .filter(({ level }) => level > 0)
    .toSorted((a, b) => b.level - a.level || a.criterionCode.localeCompare(b.criterionCode));
  return (
    <>
      <DefinitionList
        items={[
          {
            term: t("selection.needs.version"),
            detail: t("selection.needs.versionOf", {
              version: needs.version,
              date: format.date(needs.createdAt),
            }),
          },
          ...(phase
            ? [{ term: t("selection.needs.phase"), detail: t(`selection.needs.phase.${phase}`) }]
            : []),
          { term: t("selection.needs.hostContext"), detail: needs.hostContext },
          {
            term: t("selection.needs.mandateTasks"),
            detail: (
              <ul className="list-disc ps-5">
                {needs.mandateTasks.map((task) => (
                  <li key={task}>{task}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <div className="mt-5">
        <DataTable
          caption={t("selection.needs.table")}
          rows={stated}
          rowKey={({ criterionCode }) => criterionCode}
          empty={null}
          columns={[
            {
              key: "criterion",
              header: t("selection.rubric.criterion"),
              cell: ({ criterionCode }) => {
                const criterion = DEFAULT_CRITERIA.find(({ code }) => code === criterionCode);
                return criterion ? inLanguage(format.locale, criterion.name) : criterionCode;
              },
            },
            {
              key: "level",
              header: t("selection.needs.levelHeading"),
              nowrap: true,
              cell: ({ level }) => {
                const known = NEED_LEVELS.find((one) => one === level) ?? 0;
                return t(`selection.needs.level.${known}`);
              },
            },
            { key: "why", header: t("selection.needs.why"), cell: ({ why }) => why },
          ]}
        />
      </div>
    </>
  );
}
