import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { BalanceShows } from "#app/gender/balance-notes.tsx";
import { readPeople } from "#app/gender/count-people.server.ts";
import { FigureSection } from "#app/gender/figure-section.tsx";
import { PeopleForm } from "#app/gender/people-form.tsx";
import { peopleQuerySchema } from "#app/gender/people-query.ts";
import { formatter } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today as dayToday } from "#app/platform/clock.server.ts";
import { readQuery } from "#app/platform/form.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;
export const handle = { scripts: false };

/** Everybody counted on a day by gender, exactly: leaders, mentoring, the cadre, courses, panels. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "gender.readExact"));
  const t = await translatorOf(request);
  const format = formatter(languageOf(request), actor.timeZone);
  const today = dayToday();
  const schema = peopleQuerySchema(today);
  const { value, reply } = readQuery(request, schema);
  const asked = value ?? schema.parse({});
  return {
    title: t("figure.people.title"),
    ...{ asked, reply },
    parts: value && (await readPeople({ t, format, today }, value)),
  };
}

export default function BalanceOfPeople() {
  const { title, asked, reply, parts } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const on = format.date(asked.on);
  const rest = { asked, none: t("figure.people.none") };
  return (
    <>
      <PageHeader
        title={title}
        lead={t("figure.people.lead")}
        breadcrumbsLabel={t("gender.breadcrumbs")}
        breadcrumbs={[{ to: paths.balance(), label: t("gender.balance.title") }]}
      />
      <BalanceShows exact />
      <PeopleForm key={JSON.stringify(asked)} reply={reply} shown={asked} />
      {parts && (
        <>
          <FigureSection
            {...{ ...rest, id: "leaders", title: t("figure.people.leaders", { on }), figures: parts.leaders }}
            lead={t("figure.people.leadersLead")}
          />
          <FigureSection
            {...{ ...rest, id: "trend", title: t("figure.people.trend"), figures: parts.trend }}
          />
          <FigureSection
            {...{ ...rest, id: "mentoring", title: t("figure.people.mentoring"), figures: parts.mentoring }}
            lead={t("figure.people.mentoringLead", { on })}
          />
          <FigureSection
            {...{ ...rest, id: "cadre", title: t("figure.people.cadre"), figures: parts.cadre }}
            lead={t("figure.people.cadreLead")}
          />
          <FigureSection
            {...{ ...rest, id: "panels", title: t("figure.people.panels"), figures: parts.panels }}
            lead={t("figure.people.cadreLead")}
          />
        </>
      )}
    </>
  );
}
