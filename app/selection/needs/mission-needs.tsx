import { inLanguage, nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { NEED_LEVELS } from "#app/selection/rubric/criterion-weight.ts";
import { DEFAULT_CRITERIA } from "#app/selection/rubric/default-rubric.ts";
import type { NamedLanguage } from "#app/selection/screening/requirements.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { PHASES } from "./needs.ts";
import type { NeedsBefore } from "./needs-form.tsx";

interface Props {
  readonly needs: NeedsBefore & { readonly createdAt: string };
  readonly languages: readonly NamedLanguage[];
  /** Who stated them, where that is shown. */
  readonly setBy?: string | null;
}

/** What the mission's next leader must be able to do there, as it was stated. */
export function MissionNeeds({ needs, languages, setBy = null }: Props) {
  const { t, format } = useLanguage();
  const phase = PHASES.find((one) => one === needs.phase);
  const stated = needs.items.toSorted(
    (a, b) => b.level - a.level || a.criterionCode.localeCompare(b.criterionCode),
  );
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
          ...(setBy ? [{ term: t("needs.statedBy"), detail: setBy }] : []),
          { term: t("selection.needs.hostContext"), detail: needs.hostContext },
          { term: t("needs.security"), detail: needs.security || "–" },
          {
            term: t("needs.languages"),
            detail: format.list(
              languages
                .filter(({ code }) => needs.languages.includes(code))
                .map((language) => nameIn(format.locale, language)),
            ),
          },
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
