import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { LETTER_STATES, letterStateIn } from "#app/selection/candidate/told.ts";
import { LETTERS_PER_PAGE, listLetters } from "#app/selection/decision/letter.queries.server.ts";
import { nominatorName } from "#app/selection/nomination/nominator.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "letter.read"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  const state = letterStateIn(new URL(request.url).searchParams.get("state"));
  const found = await listLetters(actor, state, page);
  return { title: t("nav.letters"), page, perPage: LETTERS_PER_PAGE, state, ...found };
}

export default function Letters() {
  const { title, letters, total, page, perPage, state } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("letter.lead")}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.decisions(), label: t("nav.decisions") }]}
      />
      <nav aria-label={t("letter.state")} className="mb-4 flex flex-wrap gap-4">
        {LETTER_STATES.map((one) => (
          <Link key={one} to={paths.letters(one)} aria-current={one === state ? "page" : undefined}>
            {t(`letter.state.${one}`)}
          </Link>
        ))}
      </nav>
      <DataTable
        caption={t(`letter.state.${state}`)}
        rows={letters}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={t("letter.none")}
            text={t("letter.noneText")}
            action={<LinkButton to={paths.home()}>{t("error.home")}</LinkButton>}
          />
        }
        columns={[
          {
            key: "candidate",
            header: t("selection.panel.candidate"),
            rowHeader: true,
            cell: ({ id, candidate }) => <Link to={paths.letter(id)}>{candidate}</Link>,
          },
          {
            key: "to",
            header: t("letter.to"),
            cell: ({ audience, nominatingState }) =>
              audience === "candidate"
                ? t("letter.audience.candidate")
                : nominatorName(t, format.locale, nominatingState),
          },
          {
            key: "post",
            header: t("selection.post.one"),
            cell: ({ vacancy }) => caseTitle(format.locale, vacancy),
          },
          {
            key: "outcome",
            header: t("letter.outcome"),
            cell: ({ outcome }) => t(`letter.outcome.${outcome}`),
          },
          {
            key: "drafted",
            header: t("letter.draftedOn"),
            nowrap: true,
            cell: ({ draftedAt }) => format.date(draftedAt),
          },
        ]}
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
