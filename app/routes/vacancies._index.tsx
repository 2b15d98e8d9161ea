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
import { VACANCY_STATES } from "#app/selection/lifecycle.ts";
import { listVacancies, VACANCIES_PER_PAGE } from "#app/selection/vacancy/vacancy.queries.server.ts";
import { VacancyTable } from "#app/selection/vacancy/vacancy-table.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

const filters = z.object({ state: z.enum(VACANCY_STATES).optional().catch(undefined) });

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "pipeline.read"));
  const t = await translatorOf(request);
  const { state } = filters.parse(Object.fromEntries(new URL(request.url).searchParams));
  const page = pageOf(request.url);
  return {
    title: t("selection.vacancy.list"),
    mayDraft: can(actor, "vacancy.draft"),
    ...{ state, page, perPage: VACANCIES_PER_PAGE },
    ...(await listVacancies(actor, { state, page })),
  };
}

export default function Vacancies() {
  const { title, mayDraft, vacancies, total, state, page, perPage } = useLoaderData<typeof loader>();
  const t = useT();
  const draft = <LinkButton to={paths.newVacancy()}>{t("selection.vacancy.draft")}</LinkButton>;
  return (
    <>
      <PageHeader
        title={title}
        lead={t("selection.vacancy.listLead")}
        meta={t("selection.vacancy.count", { count: total })}
        actions={mayDraft && draft}
      />
      <Form method="get" role="search" className="mb-5 flex flex-wrap items-end gap-3">
        <SelectField
          id="state"
          name="state"
          label={t("selection.vacancy.state")}
          placeholder={t("selection.vacancy.anyState")}
          defaultValue={state ?? ""}
          options={VACANCY_STATES.map((value) => ({ value, label: t(`selection.vacancy.state.${value}`) }))}
        />
        <Button variant="secondary">{t("selection.vacancy.show")}</Button>
      </Form>
      <VacancyTable
        vacancies={vacancies}
        empty={
          <EmptyState
            title={t("selection.vacancy.none")}
            text={t("selection.vacancy.noneText")}
            action={
              state ? (
                <LinkButton to={paths.vacancies()}>{t("selection.vacancy.showAll")}</LinkButton>
              ) : mayDraft ? (
                draft
              ) : (
                <LinkButton to={paths.missions()}>{t("selection.mission.list")}</LinkButton>
              )
            }
          />
        }
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
