import { Form } from "@remix-run/react";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import type { Refusal } from "#app/access/result.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { AnnouncedVacancies } from "./announced-vacancies.tsx";
import { refuseProfile } from "./lifecycle.ts";
import type { MemberDetail } from "./member.queries.server.ts";
import { MemberFacts } from "./member-facts.tsx";
import { MembershipChanges } from "./membership-changes.tsx";
import type { AnnouncedVacancy } from "./open-vacancy.queries.server.ts";
import { anyHolds } from "./readiness.ts";
import { ReadinessTable } from "./readiness-table.tsx";

interface Props {
  readonly title: string;
  readonly member: MemberDetail;
  readonly vacancies: readonly AnnouncedVacancy[];
  /** The states whose national the member is. */
  readonly states: readonly { readonly value: string; readonly label: string }[];
  readonly today: string;
  readonly refusal: Refusal | null;
}

/** A member's own page: what they are ready for, whether the file is current, and what is announced. */
export function OwnMembership({ title, member, vacancies, states, today, refusal }: Props) {
  const { t } = useLanguage();
  const sayRefusal = useRefusalWords();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("cadre.own.lead")}
        actions={<LinkButton to={paths.memberData()}>{t("cadre.data.title")}</LinkButton>}
      />
      {refusal && <Alert tone="bad" title={sayRefusal(refusal)} />}
      <Current member={member} holds={anyHolds(member.readiness, today)} />
      <Section title={t("cadre.member.readiness")}>
        <ReadinessTable findings={member.readiness} today={today} />
      </Section>
      {member.state === "active" && (
        <Section title={t("cadre.interest.title")} lead={t("cadre.interest.lead")}>
          <AnnouncedVacancies vacancies={vacancies} states={states} />
        </Section>
      )}
      <Section title={t("cadre.member.state")}>
        <MemberFacts {...member} own />
      </Section>
      <MembershipChanges membershipId={member.id} state={member.state} />
    </>
  );
}

/** Whether the file is current: in one click where it is, by the profile where something has changed. */
function Current({ member, holds }: { readonly member: MemberDetail; readonly holds: boolean }) {
  const { t, format } = useLanguage();
  if (member.state === "withdrawn")
    return (
      <Alert title={t("cadre.own.withdrawnTitle")} role="note">
        {t("cadre.own.withdrawnText")}
      </Alert>
    );
  const profile = (label: string, variant: "primary" | "secondary") => (
    <LinkButton to={paths.memberProfile()} variant={variant}>
      {label}
    </LinkButton>
  );
  if (member.state === "proposed") {
    return (
      <Alert
        title={t("cadre.own.proposedTitle")}
        actions={holds && profile(t("cadre.own.answer"), "primary")}
      >
        {t(holds ? "cadre.own.proposedText" : "cadre.own.nothingHolds")}
      </Alert>
    );
  }
  const since = member.confirmedAt
    ? t("cadre.own.confirmedOn", { date: format.date(member.confirmedAt) })
    : t("cadre.own.neverConfirmed");
  const title = {
    active: t("cadre.own.currentTitle"),
    paused: t("cadre.own.pausedTitle"),
    lapsed: t("cadre.own.lapsedTitle"),
  }[member.state];
  return (
    <Alert
      title={title}
      role="note"
      tone={member.state === "lapsed" ? "warn" : "info"}
      actions={
        <>
          {holds && (
            <Form method="post">
              <Button name="confirm" value="yes">
                {t(member.state === "paused" ? "cadre.own.confirmBack" : "cadre.own.confirm")}
              </Button>
            </Form>
          )}
          {refuseProfile(member.state, { holds }) === null &&
            profile(t("cadre.profile.title"), holds ? "secondary" : "primary")}
        </>
      }
    >
      {member.state === "lapsed" ? t("cadre.own.lapsedText") : holds ? since : t("cadre.own.nothingHolds")}
    </Alert>
  );
}
