import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { ServiceReport } from "./service-report.queries.server.ts";
import { componentTotal, SERVICE_COMPONENTS } from "./service-report.ts";
import { shareIn } from "./uniformed.ts";

interface Props {
  readonly code: string;
  readonly reports: readonly ServiceReport[];
  readonly mayReport: boolean;
}

/** What a state reported of its services: the last report in full, and those before it. */
export function ServiceReportSection({ code, reports, mayReport }: Props) {
  const { t, format } = useLanguage();
  const [last] = reports;
  return (
    <Section
      id="servicewomen"
      title={t("gender.services.title")}
      lead={last ? t("gender.services.lastLead", { on: format.date(last.asOf) }) : undefined}
      actions={
        mayReport && (
          <LinkButton size="small" to={paths.reportServices(code)}>
            {t("gender.services.report")}
          </LinkButton>
        )
      }
    >
      {last ? (
        <>
          <RankTable report={last} />
          <Roles report={last} />
          {reports.length > 1 && <Earlier reports={reports} />}
        </>
      ) : (
        <p>{t("gender.services.noneOfState")}</p>
      )}
    </Section>
  );
}

function useShare() {
  const { t, format } = useLanguage();
  return (counts: { readonly women: number; readonly men: number }) => {
    const share = shareIn(counts);
    return share === null ? t("gender.none") : format.percent(share, 1);
  };
}

function RankTable({ report: { ranks } }: { readonly report: ServiceReport }) {
  const { t, format } = useLanguage();
  const shareOf = useShare();
  return (
    <DataTable
      caption={t("gender.services.byGrade")}
      rows={ranks}
      rowKey={({ component, grade }) => `${component} ${grade}`}
      empty={<p>{t("gender.services.noRanks")}</p>}
      columns={[
        {
          key: "grade",
          header: t("gender.services.grade"),
          rowHeader: true,
          cell: ({ grade }) => t(`gender.services.grade.${grade}`),
        },
        {
          key: "women",
          header: t("gender.column.woman"),
          align: "end",
          cell: ({ women }) => format.number(women),
        },
        { key: "men", header: t("gender.column.man"), align: "end", cell: ({ men }) => format.number(men) },
        { key: "share", header: t("gender.flow.share"), align: "end", cell: shareOf },
      ]}
    />
  );
}

function Roles({ report: { rolesOpen, rolesAll, rolesNote } }: { readonly report: ServiceReport }) {
  const { t, format } = useLanguage();
  const open =
    rolesOpen === null || rolesAll === null
      ? t("gender.services.notReported")
      : t("gender.services.rolesOf", { open: format.number(rolesOpen), all: format.number(rolesAll) });
  const items = [{ term: t("gender.services.roles"), detail: open }];
  const note = { term: t("gender.services.rolesNote"), detail: rolesNote };
  return (
    <div className="mt-4">
      <DefinitionList items={rolesNote === "" ? items : [...items, note]} />
    </div>
  );
}

function Earlier({ reports }: { readonly reports: readonly ServiceReport[] }) {
  const { t, format } = useLanguage();
  const shareOf = useShare();
  return (
    <details className="mt-4">
      <summary className="min-h-6 w-fit font-semibold text-accent">{t("gender.services.versions")}</summary>
      <DataTable
        caption={t("gender.services.versions")}
        captionHidden
        stacks
        rows={reports}
        rowKey={({ version }) => String(version)}
        empty={null}
        columns={[
          {
            key: "version",
            header: t("gender.target.version"),
            rowHeader: true,
            cell: ({ version }) => format.number(version),
          },
          { key: "asOf", header: t("gender.services.asOf"), cell: ({ asOf }) => format.date(asOf) },
          ...SERVICE_COMPONENTS.map((component) => ({
            key: component,
            header: t(`gender.services.${component}`),
            cell: ({ ranks }: ServiceReport) => shareOf(componentTotal(ranks, component)),
          })),
          {
            key: "at",
            header: t("gender.services.reportedAt"),
            cell: ({ reportedAt }) => format.dateTime(reportedAt),
          },
        ]}
      />
    </details>
  );
}
