import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { StatePage } from "./state.queries.server.ts";

interface Props {
  readonly page: Pick<StatePage, "state" | "counts" | "nominees">;
  /** Whether it is the reader's own state. */
  readonly own: boolean;
}

/** Names shown of one standing; the list of nominations has them all. */
const NAMED = 10;

/** A state's nominees by where they stand: how many, and who. */
export function NomineesByStanding({ page, own }: Props) {
  const { t, format } = useLanguage();
  const { counts, nominees, state } = page;
  const title = t("nominating.state.nominees");
  return (
    <Section
      title={title}
      actions={
        <LinkButton size="small" to={own ? paths.nominations() : paths.candidacies({ state: state.code })}>
          {t("nominating.state.allNominees")}
        </LinkButton>
      }
    >
      <DataTable
        caption={title}
        captionHidden
        rows={counts.filter(({ count }) => count > 0)}
        rowKey={({ status }) => status}
        empty={<p className="text-muted">{t("selection.nomination.none")}</p>}
        columns={[
          {
            key: "status",
            header: t("selection.nomination.status"),
            rowHeader: true,
            cell: ({ status }) => t(`selection.nomination.status.${status}`),
          },
          {
            key: "count",
            header: t("nominating.state.count"),
            align: "end",
            cell: ({ count }) => format.number(count),
          },
          {
            key: "who",
            header: t("nominating.state.who"),
            cell: ({ status, count }) => {
              const named = nominees.filter((one) => one.status === status).slice(0, NAMED);
              return (
                <ul>
                  {named.map(({ id, name, call }) => (
                    <li key={id}>
                      <Link to={paths.nomination(id)}>{name}</Link>{" "}
                      <span className="text-sm text-muted">{call}</span>
                    </li>
                  ))}
                  {count > named.length && (
                    <li className="text-muted">
                      {t("nominating.state.more", { count: count - named.length })}
                    </li>
                  )}
                </ul>
              );
            },
          },
        ]}
      />
    </Section>
  );
}

const ENDED = ["screenedOut", "notTaken", "suitable", "notSelected", "declined", "declinedCadre"] as const;

/** Of whom the case ended without a selection: what the state was told, and the reasons where reasons are told. */
export function OutcomesTold({ page: { nominees } }: Pick<Props, "page">) {
  const { t, format } = useLanguage();
  const ended = nominees.filter(({ status }) => ENDED.some((one) => one === status));
  if (ended.length === 0) return null;
  const title = t("nominating.state.outcomes");
  return (
    <Section title={title} lead={t("nominating.state.outcomesLead")}>
      <DataTable
        caption={title}
        captionHidden
        stacks
        rows={ended}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          {
            key: "name",
            header: t("selection.panel.candidate"),
            rowHeader: true,
            cell: ({ id, name }) => <Link to={paths.nomination(id)}>{name}</Link>,
          },
          { key: "call", header: t("selection.nomination.reference"), cell: ({ call }) => call },
          {
            key: "status",
            header: t("selection.nomination.status"),
            cell: ({ status }) => t(`selection.nomination.status.${status}`),
          },
          {
            key: "reasons",
            header: t("nominating.state.reasons"),
            cell: ({ reasons }) =>
              reasons.length > 0 ? format.list(reasons.map((one) => t(`vetting.reason.${one}`))) : "–",
          },
        ]}
      />
    </Section>
  );
}
