import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { FormActions } from "#app/ui/form.tsx";
import type { NeedPage } from "./need.queries.server.ts";

/** Whether topics are drawn from what the panel found: by the leader's word alone, and no longer than it holds. */
export function NeedFindings({ need }: { readonly need: NeedPage }) {
  const { t, format } = useLanguage();
  const { id, findingTopics, findingsAgreedOn } = need;
  const topics = findingTopics.map((topic) => t(`mentoring.topic.${topic}`));
  return (
    <Section title={t("pool.findings.title")} lead={t("pool.findings.lead")}>
      {findingsAgreedOn && (
        <p>
          {t("pool.findings.agreed", { day: format.date(findingsAgreedOn) })}{" "}
          {topics.length > 0
            ? t("pool.findings.topics", { topics: format.list(topics) })
            : t("pool.findings.none")}
        </p>
      )}
      <Form method="post" action={paths.needFindings(id)}>
        <input type="hidden" name="agree" value={findingsAgreedOn ? "no" : "yes"} />
        <FormActions>
          <Button variant="secondary">
            {t(findingsAgreedOn ? "pool.findings.withdraw" : "pool.findings.agree")}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
