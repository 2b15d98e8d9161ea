import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { StatePage } from "./state.queries.server.ts";
import { NomineesByStanding, OutcomesTold } from "./state-nominees.tsx";

interface Props {
  readonly page: StatePage;
  /** Whether it is the reader's own state, whose lists they open. */
  readonly own: boolean;
}

/** A state's nominees by status, what is due next, its lists over time, and the reasons it gave. */
export function StateSections({ page, own }: Props) {
  const { t, format } = useLanguage();
  const { calls, lists, withdrawals } = page;
  const [next] = calls;
  return (
    <>
      <Section title={t("nominating.state.due")}>
        {next?.closesAt ? (
          <DefinitionList
            items={calls.map(({ id, reference, name, closesAt, timeZone }) => ({
              term: closesAt
                ? t("nominating.state.dueAt", {
                    here: format.dateTime(closesAt),
                    there: format.dateTime(closesAt, timeZone),
                  })
                : "–",
              detail: <Link to={own ? paths.list(id) : paths.call(reference)}>{name}</Link>,
            }))}
          />
        ) : (
          <p className="text-muted">{t("nominating.state.nothingDue")}</p>
        )}
      </Section>
      <NomineesByStanding page={page} own={own} />
      <OutcomesTold page={page} />
      <ListsOverTime lists={lists} own={own} />
      {withdrawals.length > 0 && (
        <Section title={t("nominating.state.withdrawals")}>
          <DataTable
            caption={t("nominating.state.withdrawals")}
            captionHidden
            rows={withdrawals}
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
                key: "at",
                header: t("nominating.state.withdrawnOn"),
                nowrap: true,
                cell: ({ withdrawnAt }) => format.date(withdrawnAt),
              },
              {
                key: "reason",
                header: t("nominating.withdraw.reason"),
                cell: (row) => row.withdrawnReason ?? "–",
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}

/** Each list as it stood when it was submitted: women and men on it, and why where it departed from the rule. */
function ListsOverTime({ lists, own }: Pick<StatePage, "lists"> & Pick<Props, "own">) {
  const { t, format } = useLanguage();
  const count = (value: number) => format.number(value);
  return (
    <Section title={t("nominating.state.lists")} lead={t("nominating.state.listsLead")}>
      <DataTable
        caption={t("nominating.state.lists")}
        captionHidden
        stacks
        rows={lists}
        rowKey={({ id }) => id}
        empty={<p className="text-muted">{t("nominating.list.noneSubmitted")}</p>}
        columns={[
          {
            key: "call",
            header: t("selection.nomination.reference"),
            rowHeader: true,
            cell: ({ call, callId, reference }) => (
              <Link to={own ? paths.list(callId) : paths.call(reference)}>{call}</Link>
            ),
          },
          {
            key: "at",
            header: t("selection.nomination.sentOn"),
            cell: ({ submittedAt }) => format.dateTime(submittedAt),
          },
          {
            key: "women",
            header: t("nominating.state.women"),
            align: "end",
            cell: ({ women }) => count(women),
          },
          { key: "men", header: t("nominating.state.men"), align: "end", cell: ({ men }) => count(men) },
          {
            key: "others",
            header: t("nominating.state.others"),
            align: "end",
            cell: ({ another, notStated }) => count(another + notStated),
          },
          {
            key: "rule",
            header: t("nominating.state.rule"),
            cell: ({ ruled, ruleMet, reason }) =>
              !ruled ? (
                t("nominating.state.noRule")
              ) : ruleMet ? (
                <Badge tone="good">{t("nominating.state.met")}</Badge>
              ) : (
                <>
                  <Badge tone="warn">{t("nominating.state.notMet")}</Badge>
                  {reason && <p className="mt-1">{reason}</p>}
                </>
              ),
          },
        ]}
      />
    </Section>
  );
}
