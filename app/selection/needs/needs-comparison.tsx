import type { ReactNode } from "react";
import { inLanguage, nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { NEED_LEVELS } from "#app/selection/rubric/criterion-weight.ts";
import { DEFAULT_CRITERIA } from "#app/selection/rubric/default-rubric.ts";
import type { NamedLanguage } from "#app/selection/screening/requirements.ts";
import { DataTable } from "#app/ui/table.tsx";
import { PHASES } from "./needs.ts";
import { changesAnything, type NeedsChanges } from "./needs-changes.ts";

interface Props {
  readonly changes: NeedsChanges;
  readonly languages: readonly NamedLanguage[];
}

interface Row {
  readonly key: string;
  readonly what: string;
  readonly before: ReactNode;
  readonly after: ReactNode;
}

/** What a statement of needs changed in the one before it, line by line. */
export function NeedsComparison({ changes, languages }: Props) {
  const { t } = useLanguage();
  const rows = useRows(changes, languages);
  if (!changesAnything(changes)) return <p>{t("needs.noChanges")}</p>;
  return (
    <DataTable
      caption={t("needs.changesLead")}
      rows={rows}
      rowKey={({ key }) => key}
      empty={null}
      columns={[
        { key: "what", header: t("needs.what"), rowHeader: true, cell: ({ what }) => what },
        { key: "before", header: t("needs.before"), cell: ({ before }) => before },
        { key: "after", header: t("needs.after"), cell: ({ after }) => after },
      ]}
    />
  );
}

function useRows(changes: NeedsChanges, languages: readonly NamedLanguage[]): readonly Row[] {
  const { t, format } = useLanguage();
  const criterion = (code: string) => {
    const known = DEFAULT_CRITERIA.find((one) => one.code === code);
    return known ? inLanguage(format.locale, known.name) : code;
  };
  const level = (value: number) =>
    t(`selection.needs.level.${NEED_LEVELS.find((one) => one === value) ?? 0}`);
  const phase = (value: string) => {
    const known = PHASES.find((one) => one === value);
    return known ? t(`selection.needs.phase.${known}`) : value;
  };
  const named = (codes: readonly string[]) =>
    format.list(
      codes.map((code) => {
        const known = languages.find((one) => one.code === code);
        return known ? nameIn(format.locale, known) : code;
      }),
    );
  const { hostContext, security } = changes;
  return [
    ...(changes.phase
      ? [
          {
            key: "phase",
            what: t("selection.needs.phase"),
            before: phase(changes.phase.before),
            after: phase(changes.phase.after),
          },
        ]
      : []),
    ...(hostContext ? [{ key: "hostContext", what: t("selection.needs.hostContext"), ...hostContext }] : []),
    ...(security ? [{ key: "security", what: t("needs.security"), ...orDash(security) }] : []),
    ...changes.tasksRemoved.map((task) => ({
      key: `-${task}`,
      what: t("needs.taskRemoved"),
      before: task,
      after: "–",
    })),
    ...changes.tasksAdded.map((task) => ({
      key: `+${task}`,
      what: t("needs.taskAdded"),
      before: "–",
      after: task,
    })),
    ...(changes.languages
      ? [
          {
            key: "languages",
            what: t("needs.languages"),
            before: named(changes.languages.before),
            after: named(changes.languages.after),
          },
        ]
      : []),
    ...changes.levels.map(({ criterionCode, before, after }) => ({
      key: `level ${criterionCode}`,
      what: criterion(criterionCode),
      before: level(before),
      after: level(after),
    })),
    ...changes.reasons.map(({ criterionCode, ...change }) => ({
      key: `why ${criterionCode}`,
      what: t("needs.whyChanged", { name: criterion(criterionCode) }),
      ...orDash(change),
    })),
  ];
}

const orDash = ({ before, after }: { readonly before: string; readonly after: string }) => ({
  before: before || "–",
  after: after || "–",
});
