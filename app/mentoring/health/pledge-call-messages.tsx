import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/card.tsx";
import type { PledgeCallPage } from "./pledge-call.queries.server.ts";

interface Props {
  readonly call: Pick<PledgeCallPage, "addressees" | "sentAt">;
}

/** What each state was asked, and the pledges with which it answered. */
export function PledgeCallMessages({ call: { addressees, sentAt } }: Props) {
  const { t, format } = useLanguage();
  return (
    <>
      {addressees.map(({ stateCode, state, text, answers }) => (
        <Section key={stateCode} title={t("pledgeCall.textTo", { state })}>
          <p className="measure whitespace-pre-line">{text}</p>
          {sentAt && answers.length === 0 && <p className="mt-3 text-muted">{t("pledgeCall.noAnswer")}</p>}
          {answers.length > 0 && (
            <ul className="mt-3 list-disc ps-5">
              {answers.map(({ mentorId, answeredAt }) => (
                <li key={mentorId}>
                  <Link to={paths.mentor(mentorId)}>
                    {t("pledgeCall.answeredOn", { day: format.date(answeredAt) })}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Section>
      ))}
    </>
  );
}
