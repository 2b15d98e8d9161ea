import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { yearAsked } from "#app/gender/accountability.ts";
import { DepartmentBalanceTable } from "#app/gender/accountability-departments.tsx";
import { AccountabilityLinks } from "#app/gender/accountability-links.tsx";
import { listDepartmentBalance } from "#app/gender/accountability-states.queries.server.ts";
import { YearChoice } from "#app/gender/accountability-year.tsx";
import { reportingYear, yearFrom } from "#app/gender/balance.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { today } from "#app/platform/clock.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** Who answers for the balance, by department; the other lists are led to. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "accountability.read"));
  const t = await translatorOf(request);
  const present = Number(reportingYear(today()).startsOn.slice(0, 4));
  const year = yearAsked(request.url, present);
  const exact = can(actor, "gender.readExact");
  return {
    title: t("accountability.title"),
    ...{ present, year, exact },
    departments: await listDepartmentBalance(today(), yearFrom(year), exact ? "exact" : "none"),
  };
}

export default function Accountability() {
  const { title, departments, present, year, exact } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("accountability.lead")}
        actions={<AccountabilityLinks current="departments" />}
      />
      {exact && <YearChoice present={present} year={year} />}
      <DepartmentBalanceTable departments={departments} exact={exact} />
    </>
  );
}
