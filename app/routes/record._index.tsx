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
import { EVENTS_PER_PAGE, listEvents } from "#app/record/record.queries.server.ts";
import {
  caseAskedSchema,
  casesOf,
  findCase,
  papersOf,
} from "#app/selection/candidate/record-case.queries.server.ts";
import { RecordCase, RecordFilter } from "#app/selection/candidate/record-case.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "record.read"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  const asked = caseAskedSchema.parse(new URL(request.url).searchParams.get("case"));
  const about = asked === "" ? null : await findCase(asked);
  const unknown = asked !== "" && about === null;
  const { events, ...found } = await listEvents(page, about && papersOf(about));
  const cases = await casesOf(events.map(({ subjectId }) => subjectId));
  return {
    ...{ title: t("record.list.title"), page, perPage: EVENTS_PER_PAGE, asked, unknown, ...found },
    events: events.map(({ subjectId, ...event }) => ({ ...event, about: cases.get(subjectId) ?? null })),
  };
}

export default function RecordPage() {
  const { events, head, page, perPage, total, asked, unknown } = useLoaderData<typeof loader>();
  const { t, format, known } = useLanguage();
  const words = (key: string, otherwise: string) => {
    const found = known(key);
    return found ? t(found) : otherwise;
  };
  return (
    <>
      <PageHeader title={t("record.list.title")} lead={t("record.list.lead")} />
      {head && (
        <div className="mb-6">
          <DefinitionList
            items={[
              { term: t("record.head.size"), detail: format.number(head.size) },
              { term: t("record.head.root"), detail: <code className="break-all">{head.root}</code> },
              { term: t("record.head.sealedAt"), detail: format.dateTime(head.sealedAt) },
            ]}
          />
        </div>
      )}
      <RecordFilter asked={asked} unknown={unknown} />
      <DataTable
        caption={t("record.list.title")}
        captionHidden
        rows={events}
        rowKey={(event) => event.id}
        columns={[
          {
            key: "at",
            header: t("record.list.at"),
            nowrap: true,
            cell: (event) => format.dateTime(event.at),
          },
          {
            key: "kind",
            header: t("record.list.kind"),
            rowHeader: true,
            cell: (event) => (
              <Link to={paths.recordEvent(event.id)}>{words(`record.kind.${event.kind}`, event.kind)}</Link>
            ),
          },
          {
            key: "case",
            header: t("record.list.about"),
            nowrap: true,
            cell: (event) => <RecordCase about={event.about} />,
          },
          { key: "by", header: t("record.list.by"), cell: (event) => event.by ?? t("record.list.system") },
          {
            key: "role",
            header: t("record.list.role"),
            cell: (event) =>
              event.actorRole ? words(`access.role.${event.actorRole}`, event.actorRole) : "–",
          },
          {
            key: "leaf",
            header: t("record.list.leaf"),
            align: "end",
            cell: (event) => (event.index === null ? t("record.list.unsealed") : format.number(event.index)),
          },
          {
            key: "receipt",
            header: t("record.list.receipt"),
            cell: (event) => (
              <LinkButton to={paths.receipt(event.id)} size="small" variant="quiet" reloadDocument>
                {t("record.list.download")}
              </LinkButton>
            ),
          },
        ]}
        empty={
          <EmptyState
            title={t("record.list.none")}
            action={<LinkButton to={paths.home()}>{t("nav.home")}</LinkButton>}
          />
        }
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
