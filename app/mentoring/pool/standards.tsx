import { Link } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { readStandards } from "./standard.queries.server.ts";

type Props = NonNullable<Awaited<ReturnType<typeof readStandards>>>;

/** The steps of the induction as they are in force, and how many mentors have been through this version of each. */
export function StandardSteps({ steps, mentors, mayPublish }: Props) {
  const { t, format } = useLanguage();
  return (
    <Section title={t("pool.induction.title")} lead={t("pool.standard.stepsLead")}>
      <DataTable
        caption={t("pool.induction.title")}
        captionHidden
        rows={steps}
        rowKey={({ code }) => code}
        empty={null}
        columns={[
          {
            key: "step",
            header: t("pool.standard.step"),
            rowHeader: true,
            cell: ({ code, titleEn, titleFr }) => {
              const title = nameIn(format.locale, { nameEn: titleEn, nameFr: titleFr });
              return mayPublish ? <Link to={paths.inductionStep(code)}>{title}</Link> : title;
            },
          },
          {
            key: "version",
            header: t("pool.standard.version"),
            cell: ({ version, publishedOn }) =>
              t("pool.code.version", { version, day: format.date(publishedOn) }),
          },
          {
            key: "due",
            header: t("pool.standard.askedBy"),
            cell: ({ dueOn }) => (dueOn ? format.date(dueOn) : t("pool.standard.neverAsked")),
          },
          {
            key: "through",
            header: t("pool.standard.through"),
            cell: ({ through }) => t("pool.standard.throughOf", { through, mentors }),
          },
        ]}
      />
    </Section>
  );
}

/** The code of conduct in force, and how many mentors acknowledged each version that there was. */
export function CodeVersions({ codes, mentors, mayPublish }: Props) {
  const { t, format } = useLanguage();
  const [latest] = codes;
  const sentences = latest
    ? nameIn(format.locale, { nameEn: latest.textEn, nameFr: latest.textFr }).split("\n")
    : [];
  return (
    <Section title={t("pool.code.title")} lead={t("pool.standard.codeLead")}>
      <ol className="measure mb-6 list-decimal space-y-2 ps-6">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <DataTable
        caption={t("pool.standard.versions")}
        rows={codes}
        rowKey={({ version }) => String(version)}
        empty={null}
        columns={[
          {
            key: "version",
            header: t("pool.standard.version"),
            rowHeader: true,
            cell: ({ version, publishedOn }) =>
              t("pool.code.version", { version, day: format.date(publishedOn) }),
          },
          {
            key: "due",
            header: t("pool.standard.askedBy"),
            cell: ({ dueOn }) => (dueOn ? format.date(dueOn) : t("pool.standard.neverAsked")),
          },
          {
            key: "acknowledged",
            header: t("pool.standard.acknowledged"),
            cell: ({ acknowledged }) => t("pool.standard.throughOf", { through: acknowledged, mentors }),
          },
        ]}
      />
      {mayPublish && (
        <p className="mt-4">
          <LinkButton to={paths.codeOfConduct()}>{t("pool.standard.newCode")}</LinkButton>
        </p>
      )}
    </Section>
  );
}
