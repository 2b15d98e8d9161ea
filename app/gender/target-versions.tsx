import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { StandingTarget } from "./target.ts";
import { targetValue } from "./target-words.ts";

interface Version {
  readonly version: number;
  readonly value: number;
  readonly source: string;
  readonly reason: string;
  readonly withdrawn: boolean;
  readonly setAt: string;
  /** null: it came with the reference data. */
  readonly setBy: string | null;
}

interface Props {
  readonly target: StandingTarget;
  readonly versions: readonly Version[];
}

/** Every wording a target had, the latest first. */
export function TargetVersions({ target, versions }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("gender.target.versions")}
      captionHidden
      rows={versions}
      rowKey={({ version }) => String(version)}
      empty={null}
      columns={[
        {
          key: "version",
          header: t("gender.target.version"),
          rowHeader: true,
          cell: ({ version }) => format.number(version),
        },
        {
          key: "value",
          header: t("gender.targets.value"),
          cell: ({ value, withdrawn }) =>
            withdrawn ? t("gender.target.withdrawn") : targetValue(t, format, { ...target, value }),
        },
        { key: "source", header: t("gender.targets.source"), cell: ({ source }) => source },
        {
          key: "reason",
          header: t("gender.target.reason"),
          cell: ({ reason }) => reason || t("gender.none"),
        },
        {
          key: "setBy",
          header: t("gender.target.setBy"),
          cell: ({ setBy }) => setBy ?? t("gender.target.reference"),
        },
        { key: "setAt", header: t("gender.target.setAt"), cell: ({ setAt }) => format.dateTime(setAt) },
      ]}
    />
  );
}
