import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { RubricListTable } from "#app/selection/rubric/rubric-list-table.tsx";
import { listRubrics, RUBRICS_PER_PAGE } from "#app/selection/rubric/rubric-versions.queries.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

const STATES = ["draft", "frozen"] as const;
const filters = z.object({ state: z.enum(STATES).optional().catch(undefined) });

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "rubric.read"));
  const t = await translatorOf(request);
  const { state } = filters.parse(Object.fromEntries(new URL(request.url).searchParams));
  const page = pageOf(request.url);
  return {
    title: t("rubric.list"),
    ...{ state, page, perPage: RUBRICS_PER_PAGE },
    ...(await listRubrics(actor, { frozen: state && state === "frozen", page })),
  };
}

export default function Rubrics() {
  const { title, rubrics, total, state, page, perPage } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("rubric.listLead")}
        meta={t("rubric.count", { count: total })}
        actions={<LinkButton to={paths.criteria()}>{t("rubric.library")}</LinkButton>}
      />
      <Form method="get" role="search" className="mb-5 flex flex-wrap items-end gap-3">
        <SelectField
          id="state"
          name="state"
          label={t("selection.vacancy.state")}
          placeholder={t("selection.vacancy.anyState")}
          defaultValue={state ?? ""}
          options={STATES.map((value) => ({ value, label: t(`rubric.state.${value}`) }))}
        />
        <Button variant="secondary">{t("selection.vacancy.show")}</Button>
      </Form>
      <RubricListTable
        rubrics={rubrics}
        empty={
          <EmptyState
            title={t("rubric.none")}
            text={t("rubric.noneText")}
            action={<LinkButton to={paths.vacancies()}>{t("selection.vacancy.list")}</LinkButton>}
          />
        }
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
