import type { FormReply } from "#app/access/form-reply.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { TypedTexts } from "#app/selection/sheet/typed-texts.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { Answered } from "./own-forms.queries.server.ts";
import { UsedInvitation } from "./spent-invitation.tsx";

interface Props {
  readonly answered: Answered;
  /** What was sent by the link after it had been answered. */
  readonly reply: FormReply | undefined;
}

/** A link that was answered and has not expired: whom it was meant for, and what the answer was. */
export function AnsweredInvitation({ answered, reply }: Props) {
  const { t, format } = useLanguage();
  const { name, mission, roleKind, consentedAt, withdrawnAt, purposes } = answered;
  const free = purposes.filter((purpose) => purpose !== "vacancy");
  const items = [
    { term: t("selection.invitation.meantFor"), detail: name },
    {
      term: t("selection.dossier.post"),
      detail: `${nameIn(format.locale, roleKind)}, ${mission.acronym} – ${nameIn(format.locale, mission)}`,
    },
    consentedAt && {
      term: t("selection.invitation.answer"),
      detail: t("selection.invitation.agreedOn", { date: format.date(consentedAt) }),
    },
    consentedAt && {
      term: t("selection.invitation.agreedTo"),
      detail:
        free.length > 0
          ? format.list(free.map((purpose) => t(`selection.own.purpose.${purpose}`)))
          : t("selection.invitation.nothingElse"),
    },
    withdrawnAt && {
      term: t(consentedAt ? "selection.invitation.later" : "selection.invitation.answer"),
      detail: t("selection.invitation.declinedOn", { date: format.date(withdrawnAt) }),
    },
  ];
  return (
    <>
      <UsedInvitation />
      {reply && (
        <Alert tone="warn" role="alert" title={t("selection.invitation.answeredBefore")}>
          <p>{t("selection.invitation.answeredBeforeText")}</p>
          <TypedTexts reply={reply} />
        </Alert>
      )}
      <Section title={t("selection.invitation.yourAnswer")}>
        <DefinitionList items={items.filter((item) => item !== null && item !== "")} />
      </Section>
    </>
  );
}
