import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { CompactRow } from "./compact.queries.server.ts";

interface Props {
  readonly compacts: readonly CompactRow[];
  /** What to do where there is none. */
  readonly action: NonNullable<ReactNode>;
}

/** Compacts, each with how many of its two sides have signed. */
export function CompactTable({ compacts, action }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("compact.list")}
      captionHidden
      stacks
      rows={compacts}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("compact.none")} text={t("compact.noneText")} action={action} />}
      columns={[
        {
          key: "leader",
          header: t("compact.leader"),
          rowHeader: true,
          cell: ({ id, name }) => <Link to={paths.compact(id)}>{name}</Link>,
        },
        {
          key: "post",
          header: t("compact.post"),
          cell: ({ role, mission }) => t("compact.postOf", { role: nameIn(format.locale, role), mission }),
        },
        { key: "year", header: t("compact.year"), cell: ({ year }) => String(year) },
        {
          key: "signed",
          header: t("compact.signatures"),
          cell: ({ signatures }) => t("compact.signaturesOf", { count: signatures }),
        },
      ]}
    />
  );
}
