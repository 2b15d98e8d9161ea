import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { DataTable } from "#app/ui/table.tsx";

interface Props {
  readonly versions: readonly {
    readonly version: number;
    readonly savedAt: string;
    readonly savedBy: string | null;
  }[];
}

/** Every version of a rubric: when it was saved, and by whom. */
export function RubricVersions({ versions }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("rubric.versions")}
      captionHidden
      rows={versions}
      rowKey={({ version }) => String(version)}
      empty={null}
      columns={[
        {
          key: "version",
          header: t("rubric.version"),
          rowHeader: true,
          cell: ({ version }) => format.number(version),
        },
        { key: "at", header: t("rubric.savedAt"), cell: ({ savedAt }) => format.dateTime(savedAt) },
        { key: "by", header: t("rubric.savedBy"), cell: ({ savedBy }) => savedBy ?? "–" },
      ]}
    />
  );
}

interface ChoiceProps {
  readonly latest: number;
  readonly before: number;
  readonly after: number;
}

/** Which two versions are compared. */
export function VersionChoice({ latest, before, after }: ChoiceProps) {
  const { t } = useLanguage();
  const options = Array.from({ length: latest }, (_, n) => ({
    value: String(n + 1),
    label: t("rubric.versionNumber", { version: n + 1 }),
  }));
  return (
    <Form method="get" className="mb-4 flex flex-wrap items-end gap-3">
      <SelectField
        id="before"
        name="before"
        label={t("rubric.earlier")}
        defaultValue={String(before)}
        options={options}
      />
      <SelectField
        id="after"
        name="after"
        label={t("rubric.later")}
        defaultValue={String(after)}
        options={options}
      />
      <Button variant="secondary">{t("rubric.compare")}</Button>
    </Form>
  );
}
