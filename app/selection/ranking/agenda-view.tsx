import { Link } from "@remix-run/react";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import type { AgendaPage } from "#app/selection/report/finding-page.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { AgendaRow, Reach } from "./agenda.ts";
import { NotHeard } from "./not-heard.tsx";

interface Props {
  readonly page: AgendaPage;
}

/** So many of the criteria that members differ on are named at once. */
const NAMED = 3;

/** Candidacies in the order in which talking them over can move the shortlist, each with its finding beside its figures. */
export function AgendaView({ page }: Props) {
  const { t } = useLanguage();
  const { agenda, panelId, people } = page;
  return (
    <>
      {page.partial && <Alert role="note" title={t("selection.ranking.partial")} />}
      {agenda.kind !== "ranked" && (
        <Alert role="note" title={t(`selection.agenda.${agenda.kind}`)}>
          {t("selection.agenda.bySpread")}
        </Alert>
      )}
      <DataTable
        caption={t("selection.agenda.title")}
        captionHidden
        stacks
        rows={agenda.rows}
        rowKey={({ candidacyId }) => candidacyId}
        empty={null}
        columns={[
          {
            key: "name",
            header: t("selection.panel.candidate"),
            rowHeader: true,
            cell: ({ candidacyId }) => (
              <Link to={paths.finding(panelId, candidacyId)}>{people[candidacyId]?.name}</Link>
            ),
          },
          {
            key: "moves",
            header: t("selection.agenda.moves"),
            cell: ({ reach }) => <MovesCell reach={reach} />,
          },
          {
            key: "finding",
            header: t("selection.finding.one"),
            cell: ({ candidacyId }) => <FindingCell page={page} candidacyId={candidacyId} />,
          },
          {
            key: "reach",
            header: t("selection.agenda.reach"),
            cell: (row) => <ReachCell row={row} />,
          },
          {
            key: "differences",
            header: t("selection.agenda.differences"),
            cell: (row) => <Differences row={row} page={page} />,
          },
        ]}
      />
      <NotHeard
        panelId={panelId}
        people={page.notHeard.map((candidacyId) => ({
          candidacyId,
          name: people[candidacyId]?.name ?? "–",
          outcome: people[candidacyId]?.finding?.outcome ?? null,
        }))}
      />
      <details className="measure mt-4 text-sm">
        <summary>{t("selection.ranking.howComputed")}</summary>
        <p className="mt-2">{t("selection.agenda.computed")}</p>
        <p className="mt-2 text-muted">{t("selection.agenda.source")}</p>
      </details>
    </>
  );
}

function FindingCell({ page, candidacyId }: Props & { readonly candidacyId: string }) {
  const { t } = useLanguage();
  const finding = page.people[candidacyId]?.finding;
  if (!finding) return <span className="text-muted">{t("selection.finding.none")}</span>;
  return (
    <>
      <Badge tone={finding.outcome === "recommended" ? "good" : "neutral"}>
        {t(`selection.finding.outcome.${finding.outcome}`)}
      </Badge>
      <p className="measure mt-1 min-w-44 text-sm">{finding.text}</p>
    </>
  );
}

function ReachCell({ row: { reach, sheets, spread } }: { readonly row: AgendaRow }) {
  const { t, format } = useLanguage();
  const figure = (value: number) => format.number(value, 2);
  if (sheets === 0) return <span className="text-muted">{t("selection.ranking.noScores")}</span>;
  if (sheets === 1) return <span className="text-muted">{t("selection.agenda.oneJudge")}</span>;
  return (
    <div className="figures min-w-44">
      {reach && (
        <p>
          {t("selection.agenda.between", {
            average: figure(reach.fairAverage),
            low: figure(reach.low),
            high: figure(reach.high),
          })}
        </p>
      )}
      <p className="text-sm text-muted">{t("selection.agenda.spread", { spread: figure(spread) })}</p>
    </div>
  );
}

function MovesCell({ reach }: { readonly reach: Reach | null }) {
  const { t, format } = useLanguage();
  if (!reach) return "–";
  const { listed, moves } = reach;
  const place = t(listed ? "selection.agenda.listed" : "selection.agenda.notListed");
  if (moves === null || moves > 1) {
    return (
      <>
        {place} <span className="block text-muted">{t("selection.agenda.cannotMove")}</span>
      </>
    );
  }
  const share = format.percent(moves);
  return (
    <>
      {place}{" "}
      <strong className="block">
        {t(listed ? "selection.agenda.dropsOut" : "selection.agenda.comesIn", { share })}
      </strong>
    </>
  );
}

function Differences({ row, page }: Props & { readonly row: AgendaRow }) {
  const { t, format } = useLanguage();
  if (row.differences.length === 0)
    return (
      <span className="text-muted">
        {t(row.sheets > 1 ? "selection.agenda.agreed" : "selection.agenda.nothing")}
      </span>
    );
  const name = (id: string) => {
    const criterion = page.criteria.find((one) => one.id === id);
    return criterion ? inLanguage(format.locale, criterion.name) : "–";
  };
  const more = row.differences.length - NAMED;
  return (
    <ul className="min-w-52 text-sm">
      {row.differences.slice(0, NAMED).map(({ criterionId, lowest, highest, share }) => (
        <li key={criterionId}>
          {t("selection.agenda.difference", {
            criterion: name(criterionId),
            lowest: format.number(lowest),
            highest: format.number(highest),
            share: format.percent(share),
          })}
        </li>
      ))}
      {more > 0 && <li className="text-muted">{t("selection.agenda.more", { count: more })}</li>}
    </ul>
  );
}
