import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { verdictOf } from "#app/record/check-receipt.server.ts";
import { EventProof } from "#app/record/event-proof.tsx";
import { makeReceipt } from "#app/record/make-receipt.server.ts";
import { readEvent } from "#app/record/record.queries.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** One event with its proof, for those who read the whole record. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "record.read"));
  const t = await translatorOf(request);
  const eventId = readId(params.eventId);
  const event = orNotFound(await readEvent(eventId));
  const { receipt } = orNotFound(await makeReceipt(eventId));
  const verified = (await verdictOf(receipt)) === "stands";
  return { title: t("record.event.title"), event, receipt, verified };
}

export default function RecordEventPage() {
  const { event, receipt, verified } = useLoaderData<typeof loader>();
  const { t, format, known } = useLanguage();
  const words = (key: string, otherwise: string) => {
    const found = known(key);
    return found ? t(found) : otherwise;
  };
  const what = words(`record.kind.${event.kind}`, event.kind);
  const role = event.actorRole && words(`access.role.${event.actorRole}`, event.actorRole);
  return (
    <>
      <PageHeader
        eyebrow={t("record.event.title")}
        title={what}
        breadcrumbs={[{ to: paths.record(), label: t("record.list.title") }]}
        breadcrumbsLabel={t("record.breadcrumbs")}
        lead={t("record.event.lead")}
        actions={
          <LinkButton to={paths.receipt(event.id)} reloadDocument>
            {t("record.list.download")}
          </LinkButton>
        }
      />
      <DefinitionList
        items={[
          { term: t("record.list.at"), detail: format.dateTime(event.at) },
          { term: t("record.list.by"), detail: event.by ?? t("record.list.system") },
          { term: t("record.list.role"), detail: role ?? t("record.event.nothing") },
          {
            term: t("record.event.subject"),
            detail: (
              <>
                {event.subjectType} <code className="break-all">{event.subjectId}</code>
              </>
            ),
          },
          { term: t("record.event.id"), detail: <code className="break-all">{event.id}</code> },
        ]}
      />
      <Section title={t("record.event.facts")}>
        {event.facts.length === 0 ? (
          <p>{t("record.event.noFacts")}</p>
        ) : (
          <DefinitionList
            items={event.facts.map(({ name, value }) => ({
              term: name,
              detail: value ?? t("record.event.nothing"),
            }))}
          />
        )}
      </Section>
      <Section title={t("record.event.commitments")} lead={t("record.event.commitmentsLead")}>
        {event.committed.length === 0 ? (
          <p>{t("record.event.noCommitments")}</p>
        ) : (
          <DefinitionList
            items={event.committed.map(({ field, commitment }) => ({
              term: field,
              detail: <code className="break-all">{commitment}</code>,
            }))}
          />
        )}
      </Section>
      <EventProof receipt={receipt} leafHash={event.leafHash} verified={verified} />
    </>
  );
}
