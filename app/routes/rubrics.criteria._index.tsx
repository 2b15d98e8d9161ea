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
import { CRITERION_GROUPS } from "#app/selection/rubric/criterion-group.ts";
import { CRITERIA_PER_PAGE, listCriteria } from "#app/selection/rubric/library.queries.server.ts";
import { LibraryTable } from "#app/selection/rubric/library-table.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

const filters = z.object({ group: z.enum(CRITERION_GROUPS).optional().catch(undefined) });

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "rubric.read"));
  const t = await translatorOf(request);
  const { group } = filters.parse(Object.fromEntries(new URL(request.url).searchParams));
  const page = pageOf(request.url);
  return {
    title: t("rubric.library"),
    mayAdd: can(actor, "criterion.keep"),
    ...{ group, page, perPage: CRITERIA_PER_PAGE },
    ...(await listCriteria(actor, { group, page })),
  };
}

export default function CriteriaLibrary() {
  const { title, mayAdd, criteria, total, group, page, perPage } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.rubrics(), label: t("rubric.list") }]}
        lead={t("rubric.libraryLead")}
        meta={t("rubric.criterionCount", { count: total })}
        actions={mayAdd && <LinkButton to={paths.newCriterion()}>{t("rubric.addCriterion")}</LinkButton>}
      />
      <Form method="get" role="search" className="mb-5 flex flex-wrap items-end gap-3">
        <SelectField
          id="group"
          name="group"
          label={t("selection.rubric.group")}
          placeholder={t("rubric.anyGroup")}
          defaultValue={group ?? ""}
          options={CRITERION_GROUPS.map((value) => ({ value, label: t(`selection.group.${value}`) }))}
        />
        <Button variant="secondary">{t("selection.vacancy.show")}</Button>
      </Form>
      <LibraryTable
        criteria={criteria}
        empty={
          <EmptyState
            title={t("rubric.noCriterion")}
            action={<LinkButton to={paths.criteria()}>{t("selection.vacancy.showAll")}</LinkButton>}
          />
        }
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
