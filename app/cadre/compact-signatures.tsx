import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { CompactPage } from "./compact.queries.server.ts";

/** Who has signed, and the way to sign where the reader may. */
export function CompactSignatures({ compact }: { readonly compact: CompactPage }) {
  const { t, format } = useLanguage();
  const { name, supervisor, leaderSignedOn, supervisorSignedOn, maySign, side } = compact;
  const on = (day: string | null) =>
    day === null ? t("compact.notSigned") : t("compact.signedOn", { date: format.date(day) });
  return (
    <Section title={t("compact.signatures")} lead={t("compact.signaturesLead")}>
      <DefinitionList
        items={[
          { term: name, detail: on(leaderSignedOn) },
          { term: supervisor ?? t("compact.supervisor"), detail: on(supervisorSignedOn) },
        ]}
      />
      {maySign && (
        <Form method="post" className="mt-4">
          <Button name="intent" value="sign">
            {t("compact.sign")}
          </Button>
        </Form>
      )}
      {side !== null && !maySign && (side === "leader" ? leaderSignedOn : supervisorSignedOn) === null && (
        <p className="mt-3 text-muted">{t("refusal.conversationMissing")}</p>
      )}
    </Section>
  );
}
