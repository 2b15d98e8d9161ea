import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import type { listOpenCalls } from "#app/selection/nomination/nomination.queries.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/table.tsx";

interface Props {
  readonly calls: Awaited<ReturnType<typeof listOpenCalls>>;
}

/** The calls a state can nominate for now, the next to close first. */
export function OpenCalls({ calls }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("selection.nomination.openCalls")}
      captionHidden
      rows={calls}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        {
          key: "post",
          header: t("selection.post.one"),
          rowHeader: true,
          cell: ({ reference, name }) => <Link to={paths.call(reference)}>{name}</Link>,
        },
        {
          key: "closes",
          header: t("selection.call.closes"),
          cell: ({ closesAt, timeZone }) => (closesAt ? format.dateTime(closesAt, timeZone) : "–"),
        },
        {
          key: "nominated",
          header: t("selection.nomination.nominated"),
          align: "end",
          cell: ({ nominated }) => format.number(nominated),
        },
        {
          key: "drafts",
          header: t("nominating.list.drafts"),
          align: "end",
          cell: ({ drafts }) => format.number(drafts),
        },
        {
          key: "act",
          header: t("nominating.list.title"),
          cell: ({ id }) => (
            <LinkButton size="small" to={paths.list(id)}>
              {t("nominating.list.open")}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}
