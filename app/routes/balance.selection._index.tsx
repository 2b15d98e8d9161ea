import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readRoleKinds } from "#app/gender/balance.queries.server.ts";
import { EXACT_COLUMNS } from "#app/gender/balance.ts";
import { BalanceMethod, BalanceShows } from "#app/gender/balance-notes.tsx";
import { periodFrom } from "#app/gender/flow-query.ts";
import { FigureExports } from "#app/gender/published-figure.tsx";
import { readSelectionStages } from "#app/gender/selection-figure.queries.server.ts";
import { SelectionFilter } from "#app/gender/selection-filter.tsx";
import { selectionQuerySchema } from "#app/gender/selection-query.ts";
import { SelectionSteps } from "#app/gender/selection-steps.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { readQuery } from "#app/platform/form.server.ts";
import { pageOf } from "#app/platform/paging.ts";
import { LEVELS } from "#app/selection/nomination/grade.ts";
import { PanelGapTables } from "#app/selection/ranking/panel-gap-tables.tsx";
import { readPanelGaps } from "#app/selection/ranking/panel-gaps.queries.server.ts";
import { ASSESSORS_PER_PAGE, assessorsOn } from "#app/selection/ranking/panel-gaps.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** Women and men at every step over many vacancies, and for those who oversee, where their scores part. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "gender.readExact"));
  const t = await translatorOf(request);
  const schema = selectionQuerySchema(now().toISOString().slice(0, 10));
  const { value, reply } = readQuery(request, schema);
  const asked = value ?? schema.parse({});
  const which = { ...periodFrom(asked), basis: asked.basis, roleKindCode: asked.role, level: asked.level };
  const [{ stages, steps, within }, roleKinds, gaps] = await Promise.all([
    readSelectionStages(asked),
    readRoleKinds(),
    value === null ? null : readPanelGaps(actor, which),
  ]);
  const page = pageOf(request.url);
  return {
    title: t("gender.selection.title"),
    ...{ asked, reply, valid: value !== null, roleKinds, gaps, page },
    shown: assessorsOn(gaps?.assessors ?? [], page),
    ...{ stages, steps, within },
  };
}

export default function Selection() {
  const { title, asked, reply, valid, roleKinds, gaps, page, shown, stages, steps, within } =
    useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const period = { from: format.date(asked.from), to: format.date(asked.to) };
  return (
    <>
      <PageHeader
        title={title}
        lead={t("gender.selection.lead")}
        breadcrumbsLabel={t("gender.breadcrumbs")}
        breadcrumbs={[{ to: paths.balance(), label: t("gender.balance.title") }]}
        actions={<LinkButton to={`${paths.balance()}#vacancies`}>{t("gender.selection.single")}</LinkButton>}
      />
      <BalanceShows exact />
      <SelectionFilter
        key={JSON.stringify(asked)}
        reply={reply}
        values={{ ...asked, role: asked.role ?? "", level: asked.level ?? "" }}
        roleKinds={roleKinds}
        levels={LEVELS.toReversed()}
      />
      {valid && (stages[0]?.counts.at(-1) ?? 0) === 0 && (
        <EmptyState
          title={t("gender.flow.none")}
          text={t("gender.selection.noneText")}
          action={<LinkButton to={paths.balance()}>{t("gender.balance.title")}</LinkButton>}
        />
      )}
      {valid && (stages[0]?.counts.at(-1) ?? 0) > 0 && (
        <>
          <SelectionSteps
            lead={t(`gender.selection.counted.${asked.basis}`, period)}
            {...{ stages, steps, within }}
            columns={EXACT_COLUMNS}
          />
          <FigureExports id="selection-steps" title={t("gender.impact.title")} asked={asked} />
          {gaps && <PanelGapTables gaps={gaps} shown={shown} page={page} perPage={ASSESSORS_PER_PAGE} />}
        </>
      )}
      <BalanceMethod />
    </>
  );
}
