import { useLanguage } from "#app/i18n/provider.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { Agreement } from "./agreement.ts";

interface Props {
  readonly agreement: Agreement;
  readonly mentor: string;
  readonly mentee: string;
  readonly mentorSignedAt: string | null;
  readonly menteeSignedAt: string | null;
}

/** One version of an agreement in full, with who has signed it. */
export function AgreementText({ agreement, mentor, mentee, mentorSignedAt, menteeSignedAt }: Props) {
  const { t, format } = useLanguage();
  const signature = (name: string, signedAt: string | null) => (
    <li>
      {t("pair.agreement.signedBy", {
        name,
        time: signedAt ? format.dateTime(signedAt) : t("pair.agreement.unsigned"),
      })}
    </li>
  );
  return (
    <DefinitionList
      items={[
        {
          term: t("pair.agreement.goals"),
          detail: (
            <ol className="list-decimal ps-5">
              {agreement.goals.map((goal) => (
                <li key={goal}>{goal}</li>
              ))}
            </ol>
          ),
        },
        {
          term: t("pair.agreement.meeting"),
          detail: t("pair.agreement.meetingOf", {
            cadence: t(`pair.cadence.${agreement.cadence}`),
            minutes: agreement.minutes,
            channel: t(`mentoring.channel.${agreement.channel}`),
          }),
        },
        {
          term: t("pair.agreement.confidentiality"),
          detail: (
            <>
              <p>{t("pair.agreement.standard")}</p>
              {agreement.confidentiality && (
                <p className="mt-1 whitespace-pre-line">{agreement.confidentiality}</p>
              )}
            </>
          ),
        },
        {
          term: t("pair.agreement.offLimits"),
          detail: <p className="whitespace-pre-line">{agreement.offLimits || t("pair.agreement.nothing")}</p>,
        },
        {
          term: t("pair.agreement.signatures"),
          detail: (
            <ul>
              {signature(mentor, mentorSignedAt)}
              {signature(mentee, menteeSignedAt)}
            </ul>
          ),
        },
      ]}
    />
  );
}
