import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { CallStatus } from "#app/selection/call/call-status.tsx";
import { LateDrafts } from "#app/selection/call/late-drafts.tsx";
import { ListFindingNote } from "#app/selection/report/list-finding.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { ListPage } from "./list.queries.server.ts";
import { ListForm } from "./list-form.tsx";
import { ListHistory } from "./list-history.tsx";
import { ListNominees } from "./list-nominees.tsx";

interface Props {
  readonly list: ListPage;
  readonly submissionKey: string;
  readonly reply: FormReply | undefined;
  /** The moment the page was made, ISO 8601. */
  readonly now: string;
}

/** A state's list for one call: drafts and nominees side by side, its rule, and what was submitted when. */
export function StateList({ list, submissionKey, reply, now }: Props) {
  const { t, format } = useLanguage();
  const { call, drafts, crowded, submissions, finding } = list;
  const closing = call.closesAt ? format.dateTime(call.closesAt, call.timeZone) : "";
  const nameOf = (id: string) => call.vacancies.find((vacancy) => vacancy.id === id)?.name ?? "";
  const another = (
    <Form method="post" action={paths.newDraft(call.id)}>
      <Button variant="secondary">{t("nominating.list.add")}</Button>
    </Form>
  );
  return (
    <>
      <PageHeader
        title={t("nominating.list.title")}
        eyebrow={`${call.reference} · ${call.name}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.nominations(), label: t("selection.nomination.list") }]}
        lead={t("nominating.list.lead", { time: closing })}
        actions={
          <LinkButton size="small" to={paths.call(call.reference)}>
            {t("selection.consent.readCall")}
          </LinkButton>
        }
      />
      <CallStatus call={call} now={now} />
      {crowded.map(({ vacancyId, count }) => (
        <Alert
          key={vacancyId}
          tone="warn"
          role="note"
          title={t("nominating.list.crowded", { count, post: nameOf(vacancyId) })}
        />
      ))}
      {call.open && (
        <Section
          title={t("nominating.list.drafts")}
          lead={t("nominating.list.draftsLead")}
          actions={
            <>
              {another}
              <LinkButton to={paths.newImport(call.id)}>{t("nominating.import.title")}</LinkButton>
            </>
          }
        >
          {drafts.length === 0 && (
            <EmptyState
              title={t("nominating.list.noDrafts")}
              text={t("nominating.list.noDraftsText")}
              action={another}
            />
          )}
          {(drafts.length > 0 || reply) && (
            <ListForm key={submissionKey} list={list} submissionKey={submissionKey} reply={reply} />
          )}
        </Section>
      )}
      {!call.open && call.phase !== "announced" && <LateDrafts drafts={drafts} reply={reply} />}
      <Section title={t("nominating.list.submitted")}>
        {!call.open && submissions.length > 0 && (
          <div className="mb-4">
            <ListFindingNote rule={call.rule} finding={finding.submitted} />
          </div>
        )}
        <ListNominees list={list} mayWithdraw />
      </Section>
      {submissions.length > 0 && (
        <Section title={t("nominating.list.history")}>
          <ListHistory submissions={submissions} />
        </Section>
      )}
    </>
  );
}
