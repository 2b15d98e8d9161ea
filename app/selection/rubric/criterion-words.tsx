import { useLanguage } from "#app/i18n/provider.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { WholeCriterion } from "./library.queries.server.ts";

interface Props {
  readonly version: WholeCriterion["versions"][number];
}

/** One version of a criterion in both languages: what it is about, and what each level looks like. */
export function CriterionWords({ version: criterion }: Props) {
  const { t, format } = useLanguage();
  const { version, createdAt, createdBy, reason } = criterion;
  const rows = [
    { key: "name", what: t("rubric.name"), ...criterion.name },
    { key: "definition", what: t("rubric.definition"), ...criterion.definition },
    ...criterion.anchors.map(({ level, en, fr }) => ({
      key: `level ${level}`,
      what: t("rubric.anchorOf", { level }),
      en: en || t("rubric.between"),
      fr: fr || t("rubric.between"),
    })),
  ];
  return (
    <>
      <DefinitionList
        items={[
          { term: t("rubric.stage"), detail: t(`rubric.stage.${criterion.stage}`) },
          ...(createdBy === null
            ? [{ term: t("rubric.writtenBy"), detail: t("rubric.byDefault") }]
            : [
                { term: t("rubric.writtenOn"), detail: format.date(createdAt) },
                { term: t("rubric.writtenBy"), detail: createdBy },
              ]),
          ...(reason === "" ? [] : [{ term: t("rubric.why"), detail: reason }]),
        ]}
      />
      <div className="mt-4">
        <DataTable
          caption={t("rubric.versionNumber", { version })}
          captionHidden
          rows={rows}
          rowKey={({ key }) => key}
          empty={null}
          columns={[
            { key: "what", header: t("rubric.part"), rowHeader: true, cell: ({ what }) => what },
            { key: "en", header: t("rubric.inEnglish"), cell: ({ en }) => <span lang="en">{en}</span> },
            { key: "fr", header: t("rubric.inFrench"), cell: ({ fr }) => <span lang="fr">{fr}</span> },
          ]}
        />
      </div>
    </>
  );
}
