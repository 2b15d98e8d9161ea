import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/table.tsx";

interface Action {
  readonly id: string;
  readonly text: string;
  /** Null: both. */
  readonly owner: string | null;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
}

interface Props {
  readonly actions: readonly Action[];
  readonly today: string;
}

/** What a pair agreed to do, each with its mark. */
export function ActionList({ actions, today }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("mentoring.actions.title")}
      captionHidden
      rows={actions}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{t("mentoring.actions.none")}</p>}
      columns={[
        { key: "text", header: t("mentoring.actions.what"), rowHeader: true, cell: ({ text }) => text },
        {
          key: "owner",
          header: t("mentoring.actions.owner"),
          cell: ({ owner }) => owner ?? t("mentoring.actions.both"),
        },
        {
          key: "due",
          header: t("mentoring.actions.dueOn"),
          nowrap: true,
          cell: ({ dueOn }) => (dueOn ? format.date(dueOn) : t("mentoring.actions.noDay")),
        },
        {
          key: "state",
          header: t("mentoring.actions.state"),
          cell: ({ dueOn, doneOn }) => {
            const late = doneOn === null && dueOn !== null && dueOn < today;
            const state = doneOn ? "done" : late ? "late" : "open";
            return (
              <Badge tone={doneOn ? "good" : late ? "warn" : "neutral"}>
                {t(`mentoring.actions.${state}`)}
              </Badge>
            );
          },
        },
        {
          key: "mark",
          header: t("mentoring.actions.mark"),
          cell: ({ id, text, doneOn }) => (
            <Form method="post">
              <input type="hidden" name="actionId" value={id} />
              <Button variant="secondary" size="small" name="done" value={doneOn ? "no" : "yes"}>
                {t(doneOn ? "mentoring.actions.reopen" : "mentoring.actions.markDone")}
                <span className="sr-only">{text}</span>
              </Button>
            </Form>
          ),
        },
      ]}
    />
  );
}
