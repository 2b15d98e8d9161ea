import { Form, Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import type { listPairOrders } from "#app/mentoring/matching/match-settings.queries.server.ts";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/table.tsx";

interface Props {
  readonly orders: Awaited<ReturnType<typeof listPairOrders>>["orders"];
}

/** Pairs set by hand, with why; those that hold can be lifted. */
export function PairOrderTable({ orders }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("matching.pairs.list")}
      captionHidden
      stickyFirst
      rows={orders}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{t("matching.pairs.none")}</p>}
      columns={[
        {
          key: "mentee",
          header: t("mentoring.engagement.mentee"),
          rowHeader: true,
          cell: ({ mentee }) => mentee,
        },
        {
          key: "mentor",
          header: t("mentoring.engagement.mentor"),
          cell: ({ mentor, mentorId }) => <Link to={paths.mentor(mentorId)}>{mentor}</Link>,
        },
        {
          key: "kind",
          header: t("matching.pairs.kind"),
          cell: ({ kind }) => (
            <Badge tone={kind === "pin" ? "good" : "bad"}>{t(`matching.order.${kind}`)}</Badge>
          ),
        },
        { key: "reason", header: t("matching.weights.reason"), cell: ({ reason }) => reason },
        {
          key: "set",
          header: t("matching.pairs.set"),
          nowrap: true,
          cell: ({ createdAt }) => format.date(createdAt),
        },
        {
          key: "lift",
          header: t("matching.pairs.standing"),
          cell: ({ id, liftedAt, moot, mentee, mentor }) =>
            liftedAt ? (
              t("matching.pairs.lifted", { day: format.date(liftedAt) })
            ) : moot ? (
              t("matching.pairs.moot")
            ) : (
              <Form method="post">
                <input type="hidden" name="orderId" value={id} />
                <Button
                  variant="secondary"
                  name="intent"
                  value="lift"
                  aria-label={t("matching.pairs.liftOf", { mentee, mentor })}
                >
                  {t("matching.pairs.lift")}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  );
}
