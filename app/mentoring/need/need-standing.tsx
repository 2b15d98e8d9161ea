import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import type { NeedPage } from "./need.queries.server.ts";

/** How a need stands and what comes next; nothing while it has only been offered. */
export function NeedStanding({ need }: { readonly need: NeedPage }) {
  const { t } = useLanguage();
  const { state, openProposalId, engagementId } = need;
  if (engagementId) {
    return (
      <Alert
        tone="good"
        title={t("mentoring.need.matchedTitle")}
        actions={
          <LinkButton to={paths.engagement(engagementId)} variant="primary">
            {t("mentoring.proposal.toEngagement")}
          </LinkButton>
        }
      />
    );
  }
  if (openProposalId) {
    return (
      <Alert
        title={t("mentoring.need.proposedTitle")}
        actions={
          <LinkButton to={paths.proposal(openProposalId)} variant="primary">
            {t("mentoring.need.toProposal")}
          </LinkButton>
        }
      >
        {t("mentoring.need.proposedText")}
      </Alert>
    );
  }
  if (state === "stated") {
    return <Alert title={t("mentoring.need.statedTitle")}>{t("mentoring.need.statedText")}</Alert>;
  }
  if (state === "declined") {
    return <Alert title={t("mentoring.need.declinedTitle")}>{t("mentoring.need.declinedText")}</Alert>;
  }
  return null;
}
