import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { OpenField } from "./open-balance-schema.ts";

const LISTS = {
  terms: ["use", "name", "change", "people"],
  protection: ["release", "small", "further", "leaders", "null", "shares"],
  versions: ["added", "next", "kept"],
} as const;

/** Where the data are, what may be done with them, how people are protected, and what a version promises. */
export function OpenTerms({ schema }: { readonly schema: string }) {
  const { t } = useLanguage();
  const link = (to: string, text: string = to) => <a href={to}>{text}</a>;
  return (
    <>
      <Section title={t("openData.where")}>
        <DefinitionList
          items={[
            { term: t("openData.csv"), detail: link(paths.openSheet()) },
            { term: t("openData.json"), detail: link(paths.openJson()) },
            { term: t("openData.schema"), detail: link(paths.openSchema(), schema) },
            { term: t("openData.figures"), detail: link(paths.openEmbedding()) },
            { term: t("openData.fetching"), detail: t("openData.fetchingText") },
          ]}
        />
      </Section>
      <Section title={t("openData.terms")}>
        <List of="terms" />
      </Section>
      <Section title={t("openData.protection")}>
        <List of="protection" />
      </Section>
      <Section title={t("openData.versions")}>
        <List of="versions" />
      </Section>
    </>
  );
}

function List({ of }: { readonly of: keyof typeof LISTS }) {
  const { t, known } = useLanguage();
  const keys = LISTS[of].flatMap((one) => known(`openData.${of}.${one}`) ?? []);
  return (
    <ul className="measure grid list-disc gap-2 ps-5">
      {keys.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  );
}

interface FieldProps {
  readonly fields: readonly (OpenField & { readonly words: string })[];
}

/** Every field of the JSON, with its type and what it means. */
export function OpenFieldTable({ fields }: FieldProps) {
  const { t } = useLanguage();
  return (
    <Section id="fields" title={t("openData.fields")} lead={t("openData.fieldsLead")}>
      <DataTable
        caption={t("openData.fields")}
        captionHidden
        rows={fields}
        rowKey={({ path }) => path}
        empty={null}
        columns={[
          {
            key: "path",
            header: t("openData.fieldName"),
            rowHeader: true,
            cell: ({ path }) => (
              <code lang="en" className="font-mono text-sm wrap-anywhere">
                {path}
              </code>
            ),
          },
          { key: "types", header: t("openData.fieldType"), cell: ({ types }) => types.join(" | ") },
          { key: "words", header: t("openData.fieldMeaning"), cell: ({ words }) => words },
          {
            key: "values",
            header: t("openData.fieldValues"),
            cell: ({ values }) => (values.length === 0 ? t("gender.none") : values.join(", ")),
          },
        ]}
      />
    </Section>
  );
}
