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
import type { MemberDetail } from "./member.queries.server.ts";
import { MemberFacts } from "./member-facts.tsx";
import { MembershipChanges } from "./membership-changes.tsx";
import type { AnnouncedVacancy } from "./open-vacancy.queries.server.ts";
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
      {member.state === "withdrawn" || <Current member={member} />}
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
function Current({ member }: { readonly member: MemberDetail }) {
  const { t, format } = useLanguage();
  const profile = (label: string, variant: "primary" | "secondary") => (
    <LinkButton to={paths.memberProfile()} variant={variant}>
      {label}
    </LinkButton>
  );
  if (member.state === "proposed") {
    return (
      <Alert title={t("cadre.own.proposedTitle")} actions={profile(t("cadre.own.answer"), "primary")}>
        {t("cadre.own.proposedText")}
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
    withdrawn: t("cadre.own.withdraw"),
  }[member.state];
  return (
    <Alert
      title={title}
      role="note"
      tone={member.state === "lapsed" ? "warn" : "info"}
      actions={
        <>
          <Form method="post">
            <Button name="confirm" value="yes">
              {t(member.state === "paused" ? "cadre.own.confirmBack" : "cadre.own.confirm")}
            </Button>
          </Form>
          {profile(t("cadre.profile.title"), "secondary")}
        </>
      }
    >
      {member.state === "lapsed" ? t("cadre.own.lapsedText") : since}
    </Alert>
  );
}
