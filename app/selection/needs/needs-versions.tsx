import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { DataTable } from "#app/ui/table.tsx";
import type { listNeeds } from "./needs.queries.server.ts";
import { PHASES } from "./needs.ts";

interface Props {
  readonly acronym: string;
  readonly statements: Awaited<ReturnType<typeof listNeeds>>;
  readonly seesPipeline: boolean;
}

/** Every statement of a mission's needs, each a way to its own page. */
export function NeedsVersions({ acronym, statements, seesPipeline }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("needs.versions")}
      captionHidden
      rows={statements}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        {
          key: "version",
          header: t("selection.needs.version"),
          rowHeader: true,
          nowrap: true,
          cell: ({ version }, index) => (
            <>
              <Link to={paths.needsVersion(acronym, version)}>{t("needs.versionShort", { version })}</Link>
              {index === 0 && <span className="font-normal text-muted"> ({t("needs.latest")})</span>}
            </>
          ),
        },
        {
          key: "stated",
          header: t("needs.statedOn"),
          nowrap: true,
          cell: ({ createdAt }) => format.date(createdAt),
        },
        {
          key: "phase",
          header: t("selection.needs.phase"),
          cell: ({ phase }) => {
            const known = PHASES.find((one) => one === phase);
            return known ? t(`selection.needs.phase.${known}`) : phase;
          },
        },
        {
          key: "used",
          header: t("needs.usedBy"),
          cell: ({ vacancies }) => <UsedBy vacancies={vacancies} seesPipeline={seesPipeline} />,
        },
      ]}
    />
  );
}

interface UsedByProps {
  readonly vacancies: readonly { readonly id: string; readonly reference: string }[];
  readonly seesPipeline: boolean;
}

/** The vacancies whose weights came from a statement, each a way to its case or, outside the secretariat, its call. */
export function UsedBy({ vacancies, seesPipeline }: UsedByProps) {
  const { t } = useLanguage();
  if (vacancies.length === 0) return t("needs.usedByNone");
  return (
    <ul>
      {vacancies.map(({ id, reference }) => (
        <li key={id}>
          <Link to={seesPipeline ? paths.vacancy(id) : paths.call(reference)}>{reference}</Link>
        </li>
      ))}
    </ul>
  );
}
