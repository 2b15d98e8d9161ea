import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { CompactPage } from "./compact.queries.server.ts";

interface Props {
  readonly compact: CompactPage;
  readonly reply: FormReply | undefined;
}

/** Who has signed, and the way to sign where the reader may; otherwise what it waits for. */
export function CompactSignatures({ compact, reply }: Props) {
  const { t, format } = useLanguage();
  const sayRefusal = useRefusalWords();
  const { name, supervisor, leaderSignedOn, supervisorSignedOn, maySign, waitsFor, versions } = compact;
  const refused = reply?.lastResult?.initialValue?.intent === "sign" ? reply.refusal : null;
  const midYear = compact.notes?.some(({ moment }) => moment === "midYear") ?? true;
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
      {compact.supervisorLeft && (
        <p className="mt-3">{t("compact.supervisorLeft", { name: supervisor ?? "–" })}</p>
      )}
      {compact.mayName && (
        <p className="mt-3">
          <LinkButton size="small" to={paths.compactSupervisor(compact.id)}>
            {t("compact.nameSupervisor")}
          </LinkButton>
        </p>
      )}
      {compact.successions.map(({ id, name: before, namedOn, reason }) => (
        <p key={id} className="measure mt-3">
          {t("compact.succeeded", { name: before ?? "–", date: format.date(namedOn), reason })}
        </p>
      ))}
      {refused && <Alert tone="bad" title={refused.words} />}
      {maySign && !midYear && <p className="measure mt-3">{t("compact.noMidYear")}</p>}
      {maySign && (
        <Form method="post" className="mt-4">
          <input type="hidden" name="version" value={versions?.sign} />
          <Button name="intent" value="sign">
            {t("compact.sign")}
          </Button>
        </Form>
      )}
      {waitsFor && !refused && <p className="mt-3 text-muted">{sayRefusal(waitsFor)}</p>}
    </Section>
  );
}
