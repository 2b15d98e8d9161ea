import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";

interface Props {
  readonly shared: boolean;
  /** When the candidate last answered; null where they have not. */
  readonly answeredAt: string | null;
}

/** Whether the cadre's officers may see what to develop: what that means, how it stands, and the way to change it. */
export function FeedbackSharing({ shared, answeredAt }: Props) {
  const { t, format } = useLanguage();
  const date = answeredAt === null ? "" : format.date(answeredAt);
  return (
    <div className="print:hidden">
      <Section title={t("feedback.share")} lead={t("feedback.shareLead")}>
        {answeredAt !== null && (
          <p className="mb-3 font-semibold" role="status">
            {t(shared ? "feedback.shared" : "feedback.notShared", { date })}
          </p>
        )}
        <Form method="post" className="flex flex-wrap gap-3">
          {!shared && (
            <Button name="share" value="yes">
              {t("feedback.shareYes")}
            </Button>
          )}
          {(shared || answeredAt === null) && (
            <Button name="share" value="no" variant="secondary">
              {t(shared ? "feedback.takeBack" : "feedback.shareNo")}
            </Button>
          )}
        </Form>
      </Section>
    </div>
  );
}
