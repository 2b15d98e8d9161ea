import { Link } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import type { ListPage } from "#app/selection/nomination/list.queries.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";

interface Props {
  readonly drafts: ListPage["drafts"];
  readonly reply: FormReply | undefined;
}

/** What was not submitted before the call took nominations no more, what was typed with it, and what can be done now. */
export function LateDrafts({ drafts, reply }: Props) {
  const t = useT();
  const late = reply?.refusal?.code === "callClosed";
  const reason = late ? reply.lastResult.initialValue?.reason : undefined;
  if (drafts.length === 0 && !late) return null;
  return (
    <Section title={t("nominating.late.title")}>
      <Alert
        tone="warn"
        role={late ? "alert" : "note"}
        title={t(late ? "nominating.late.refused" : "nominating.late.kept")}
      >
        <p>{t("nominating.late.text")}</p>
      </Alert>
      {typeof reason === "string" && reason !== "" && (
        <div className="mt-4">
          <DefinitionList
            items={[
              {
                term: t("nominating.late.reason"),
                detail: <span className="whitespace-pre-line">{reason}</span>,
              },
            ]}
          />
        </div>
      )}
      <ul className="mt-4 space-y-1">
        {drafts.map(({ id, name }) => (
          <li key={id}>
            <Link to={paths.draft(id)}>{name || t("nominating.list.unnamed")}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
