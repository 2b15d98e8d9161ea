import { Form, Link } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { AnnouncedVacancy } from "./open-vacancy.queries.server.ts";

interface Props {
  readonly vacancies: readonly AnnouncedVacancy[];
  readonly states: readonly { readonly value: string; readonly label: string }[];
}

/** Announced vacancies with what the member said of each, and the invitations to apply that wait for an answer. */
export function AnnouncedVacancies({ vacancies, states }: Props) {
  const { t, format } = useLanguage();
  const titleOf = ({ roleKind, mission }: AnnouncedVacancy) =>
    `${nameIn(format.locale, roleKind)}, ${mission}`;
  return (
    <DataTable
      caption={t("cadre.interest.title")}
      captionHidden
      stacks
      rows={vacancies}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          title={t("cadre.interest.none")}
          text={t("cadre.interest.noneText")}
          action={<LinkButton to={paths.calls()}>{t("selection.call.list")}</LinkButton>}
        />
      }
      columns={[
        {
          key: "post",
          header: t("selection.post.one"),
          rowHeader: true,
          cell: (vacancy) => <Link to={paths.call(vacancy.call)}>{titleOf(vacancy)}</Link>,
        },
        {
          key: "interest",
          header: t("cadre.interest.yours"),
          cell: (vacancy) => <Interest vacancy={vacancy} states={states} title={titleOf(vacancy)} />,
        },
        {
          key: "closes",
          header: t("selection.vacancy.closes"),
          nowrap: true,
          cell: ({ closesAt }) => (closesAt ? format.date(closesAt) : "–"),
        },
        {
          key: "readiness",
          header: t("cadre.member.level"),
          cell: ({ readiness }) =>
            readiness ? t(`cadre.readiness.${readiness}`) : t("cadre.interest.notFound"),
        },
      ]}
    />
  );
}

interface InterestProps {
  readonly vacancy: AnnouncedVacancy;
  readonly states: Props["states"];
  readonly title: string;
}

function Interest({ vacancy, states, title }: InterestProps) {
  const { t } = useLanguage();
  const { id, interest, invitation } = vacancy;
  if (invitation && invitation.answer === null) {
    return (
      <Form method="post" action={paths.answerInvitation()} className="flex flex-wrap items-center gap-2">
        <input type="hidden" name="invitationId" value={invitation.id} />
        <Badge tone="info">{t("cadre.interest.invited")}</Badge>
        <Button
          size="small"
          name="answer"
          value="interested"
          aria-label={t("cadre.interest.about", { what: t("cadre.interest.yes"), post: title })}
        >
          {t("cadre.interest.yes")}
        </Button>
        <Button
          size="small"
          variant="secondary"
          name="answer"
          value="declined"
          aria-label={t("cadre.interest.about", { what: t("cadre.interest.no"), post: title })}
        >
          {t("cadre.interest.no")}
        </Button>
      </Form>
    );
  }
  if (interest) {
    const told = states.find(({ value }) => value === interest.stateCode)?.label;
    return (
      <Form method="post" action={paths.stateInterest()} className="flex flex-wrap items-center gap-2">
        <input type="hidden" name="vacancyId" value={id} />
        <Badge tone="good">{t("cadre.interest.stated")}</Badge>
        <span>{told ? t("cadre.interest.stateTold", { state: told }) : t("cadre.interest.noState")}</span>
        <Button
          size="small"
          variant="secondary"
          name="interested"
          value="no"
          aria-label={t("cadre.interest.about", { what: t("cadre.interest.takeBack"), post: title })}
        >
          {t("cadre.interest.takeBack")}
        </Button>
        {vacancy.mayNominateOneself && (
          <LinkButton size="small" to={paths.nominateOneself(vacancy.call)}>
            {t("nominating.own.title")}
          </LinkButton>
        )}
      </Form>
    );
  }
  return (
    <Form method="post" action={paths.stateInterest()} className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="vacancyId" value={id} />
      {invitation && <span>{t("cadre.interest.youDeclined")}</span>}
      <SelectField
        id={`state-${id}`}
        name="stateCode"
        label={t("cadre.interest.tell")}
        placeholder={t("cadre.interest.tellNobody")}
        options={states}
      />
      <Button
        size="small"
        variant="secondary"
        name="interested"
        value="yes"
        aria-label={t("cadre.interest.about", { what: t("cadre.interest.state"), post: title })}
      >
        {t("cadre.interest.state")}
      </Button>
    </Form>
  );
}
